using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Sql;

/// <summary>What a database library means for SQL text: its dialect and its placeholders.</summary>
/// <param name="Dialect">The dialect; unknown for libraries that speak to several databases.</param>
/// <param name="Style">How parameters are marked.</param>
internal sealed record SqlProvider(SqlDialect Dialect, PlaceholderStyle Style)
{
    /// <summary>A library that is not known: most take <c>@name</c>.</summary>
    public static SqlProvider Unknown { get; } = new(SqlDialect.Unknown, PlaceholderStyle.At);

    /// <summary>The provider of a command, connection or parameter type, by the namespace that declares it or a base type.</summary>
    public static SqlProvider Of(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            var provider = current.ContainingNamespace?.ToDisplayString() switch
            {
                "Microsoft.Data.Sqlite" or "System.Data.SQLite" => new SqlProvider(SqlDialect.Sqlite, PlaceholderStyle.At),
                "Microsoft.Data.SqlClient" or "System.Data.SqlClient" => new(SqlDialect.Tsql, PlaceholderStyle.At),
                "Npgsql" => new(SqlDialect.Postgresql, PlaceholderStyle.At),
                "MySqlConnector" or "MySql.Data.MySqlClient" => new(SqlDialect.Mysql, PlaceholderStyle.At),
                "Oracle.ManagedDataAccess.Client" or "Oracle.DataAccess.Client" or "System.Data.OracleClient" => new(SqlDialect.Oracle, PlaceholderStyle.OrderedColon),
                "System.Data.OleDb" or "System.Data.Odbc" => new(SqlDialect.Unknown, PlaceholderStyle.QuestionMark),
                _ => null,
            };
            if (provider is not null)
                return provider;
        }

        return Unknown;
    }

    /// <summary>The dialect of the only database that the compilation's object mapper speaks to; unknown where there are several.</summary>
    public static SqlDialect OfMapper(Compilation compilation)
    {
        var dialects = compilation.ReferencedAssemblyNames.Select(assembly => assembly.Name switch
        {
            "Microsoft.EntityFrameworkCore.Sqlite" => SqlDialect.Sqlite,
            "Microsoft.EntityFrameworkCore.SqlServer" => SqlDialect.Tsql,
            "Npgsql.EntityFrameworkCore.PostgreSQL" => SqlDialect.Postgresql,
            "Pomelo.EntityFrameworkCore.MySql" or "MySql.EntityFrameworkCore" => SqlDialect.Mysql,
            "Oracle.EntityFrameworkCore" => SqlDialect.Oracle,
            _ => SqlDialect.Unknown,
        }).Where(dialect => dialect != SqlDialect.Unknown).Distinct().ToList();
        return dialects.Count == 1 ? dialects[0] : SqlDialect.Unknown;
    }
}
