namespace SecurityReview.Analyzers.Tests.Verifiers;

/// <summary>What a test shows of a clause of the catalogue.</summary>
public enum Verdict
{
    Reports,
    IsSilent,
}

/// <summary>
/// Lists a test against a clause of its rule. The clauses stand in <c>Repository/Clauses/SECRnnnn.txt</c>; a repository test checks
/// that each has a reporting and a silent test.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ClauseAttribute(string rule, string clause, Verdict verdict) : Attribute
{
    public string Rule { get; } = rule;

    public string Clause { get; } = clause;

    public Verdict Verdict { get; } = verdict;
}
