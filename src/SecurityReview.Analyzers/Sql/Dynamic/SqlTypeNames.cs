using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql.Dynamic;

/// <summary>The names of types, by whether a value of the type can carry SQL.</summary>
internal static class SqlTypeNames
{
    private static readonly ImmutableHashSet<string> s_texts = Words(
        "varchar nvarchar char nchar text ntext sysname xml sql_variant character varchar2 nvarchar2 clob nclob tinytext mediumtext longtext citext name bpchar json jsonb long");

    private static readonly ImmutableHashSet<string> s_others = Words(
        "int integer bigint smallint tinyint mediumint bit boolean bool decimal numeric dec number money smallmoney float real double date datetime datetime2 smalldatetime"
        + " datetimeoffset time timestamp timestamptz interval year uniqueidentifier uuid binary varbinary bytea raw rowversion serial bigserial int2 int4 int8 float4 float8"
        + " pls_integer binary_integer signed unsigned oid regclass regtype regproc regprocedure regnamespace regrole cursor table record refcursor");

    /// <summary>True for text, false for what cannot carry any (numbers, dates, names that the database has checked), null where it is not known.</summary>
    public static bool? IsText(string name) => s_texts.Contains(name) ? true : s_others.Contains(name) ? false : null;

    private static ImmutableHashSet<string> Words(string words) => words.Split(' ').ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
}
