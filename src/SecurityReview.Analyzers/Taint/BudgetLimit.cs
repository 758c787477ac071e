namespace SecurityReview.Analyzers.Taint;

/// <summary>What the work of a query is limited by.</summary>
internal enum BudgetLimit
{
    /// <summary>The steps that one body takes.</summary>
    Steps,

    /// <summary>The changes of the summary of one recursive function.</summary>
    Changes,

    /// <summary>The functions that one question depends on.</summary>
    Functions,

    /// <summary>The bodies in which a function is called.</summary>
    Callers,

    /// <summary>The places at which a member is written.</summary>
    Writers,

    /// <summary>The values that one value may come from.</summary>
    Origins,
}
