using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Sql;

/// <summary>The words of SQL that tell positions apart. Case does not matter.</summary>
internal static class SqlWords
{
    /// <summary>Words that open a clause.</summary>
    public static ImmutableHashSet<string> Clauses { get; } =
        Words("SELECT FROM WHERE BY HAVING SET VALUES LIMIT OFFSET RETURNING INTO ON USING EXEC EXECUTE CALL TABLE UNION JOIN WHEN WINDOW FETCH UPDATE DELETE OUTPUT DECLARE");

    /// <summary>Words after which a new operand starts.</summary>
    public static ImmutableHashSet<string> OperandStarts { get; } =
        Words("WHERE AND OR NOT ON HAVING SET WHEN CASE BETWEEN XOR SELECT THEN ELSE");

    /// <summary>Words after which a condition starts.</summary>
    public static ImmutableHashSet<string> BeforeConditions { get; } = Words("WHERE AND OR ON HAVING");

    /// <summary>Words that name no column.</summary>
    public static ImmutableHashSet<string> Keywords { get; } =
        Words("SELECT FROM WHERE BY HAVING SET VALUES VALUE LIMIT OFFSET RETURNING INTO ON USING AND OR NOT IN EXISTS ANY SOME ALL LIKE ILIKE BETWEEN IS NULL CASE WHEN THEN ELSE END AS JOIN UNION EXCEPT INTERSECT DISTINCT TOP ORDER GROUP DESC ASC XOR FETCH OVER PARTITION INTERVAL ESCAPE COLLATE");

    /// <summary>Functions that take literals only, or types that look like functions.</summary>
    public static ImmutableHashSet<string> LiteralFunctions { get; } =
        Words("OPENROWSET OPENQUERY OPENDATASOURCE OPENXML varchar nvarchar char nchar decimal numeric varbinary binary datetime2 time float load_extension");

    /// <summary>Functions and procedures that run text as SQL, here or elsewhere.</summary>
    public static ImmutableHashSet<string> Dynamic { get; } =
        Words("sp_executesql sp_execute xp_cmdshell OPENROWSET OPENQUERY OPENDATASOURCE IMMEDIATE dblink query_to_xml");

    private static ImmutableHashSet<string> Words(string words) =>
        words.Split(' ').ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
}
