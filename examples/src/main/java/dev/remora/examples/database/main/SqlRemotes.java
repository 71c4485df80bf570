package dev.remora.examples.database.main;

import dev.remora.annotation.RemoteInterfaces;
import dev.remora.annotation.UnsupportedMembers;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Struct;
import java.sql.Wrapper;

/** What a connection leads to: each of these interfaces gets a stub and a dispatcher. */
@RemoteInterfaces(
    value = {
      Array.class,
      Blob.class,
      CallableStatement.class,
      Clob.class,
      Connection.class,
      DatabaseMetaData.class,
      NClob.class,
      ParameterMetaData.class,
      PreparedStatement.class,
      Ref.class,
      ResultSet.class,
      ResultSetMetaData.class,
      RowId.class,
      SQLXML.class,
      Savepoint.class,
      Statement.class,
      Struct.class,
      Wrapper.class
    },
    unsupported = UnsupportedMembers.THROW)
public interface SqlRemotes {}
