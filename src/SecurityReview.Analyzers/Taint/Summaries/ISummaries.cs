using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Summaries;

/// <summary>Where a body under analysis gets the summaries of the functions that it calls.</summary>
internal interface ISummaries
{
    /// <summary>What is known of a function so far; null where it has no code in the compilation.</summary>
    Summary? Of(IMethodSymbol function, Specialization? specialization);
}
