namespace SecurityReview.Analyzers.Sql.Dynamic;

/// <summary>How a database is told to run text.</summary>
internal enum DynamicSqlForm
{
    /// <summary><c>EXEC (…)</c>.</summary>
    Parentheses,

    /// <summary><c>sp_executesql …</c>.</summary>
    Procedure,

    /// <summary><c>EXECUTE '…' || x</c> of PL/pgSQL.</summary>
    Execute,

    /// <summary><c>EXECUTE IMMEDIATE …</c> of PL/SQL, <c>EXECUTE STATEMENT</c> of Firebird.</summary>
    Immediate,

    /// <summary><c>PREPARE s FROM …</c> of MySQL.</summary>
    Prepare,
}
