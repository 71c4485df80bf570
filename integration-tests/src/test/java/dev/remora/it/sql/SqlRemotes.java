package dev.remora.it.sql;

import dev.remora.annotation.RemoteInterfaces;
import dev.remora.annotation.UnsupportedMembers;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLData;
import java.sql.SQLInput;
import java.sql.SQLOutput;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.ShardingKey;
import java.sql.ShardingKeyBuilder;
import java.sql.Statement;
import java.sql.Struct;
import java.sql.Wrapper;
import javax.sql.DataSource;

/** The whole of {@code java.sql}. */
@RemoteInterfaces(
    value = {
      Array.class,
      Blob.class,
      CallableStatement.class,
      Clob.class,
      Connection.class,
      ConnectionBuilder.class,
      DatabaseMetaData.class,
      DataSource.class,
      Driver.class,
      NClob.class,
      ParameterMetaData.class,
      PreparedStatement.class,
      Ref.class,
      ResultSet.class,
      ResultSetMetaData.class,
      RowId.class,
      SQLData.class,
      SQLInput.class,
      SQLOutput.class,
      SQLXML.class,
      Savepoint.class,
      ShardingKey.class,
      ShardingKeyBuilder.class,
      Statement.class,
      Struct.class,
      Wrapper.class
    },
    unsupported = UnsupportedMembers.THROW)
public interface SqlRemotes {}
