namespace SecurityReview.Analyzers.Sql;

/// <summary>The SQL dialects whose lexical rules differ in ways that matter here.</summary>
public enum SqlDialect
{
    /// <summary>No evidence: read leniently, in the way that most dialects share.</summary>
    Unknown,
    Tsql,
    Postgresql,
    Mysql,
    Sqlite,
    Oracle,
}
