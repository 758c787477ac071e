using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint;

/// <summary>That an answer is not complete, since there was more to look at than a query may cost.</summary>
/// <param name="Member">What was too much: a function, or a member that is written in too many places.</param>
/// <param name="Limit">Of what there was too much.</param>
internal sealed record SpentBudget(ISymbol Member, BudgetLimit Limit)
{
    /// <summary>The order of their places in the code.</summary>
    public static readonly IComparer<SpentBudget> InOrder = Comparer<SpentBudget>.Create(Compare);

    /// <summary>One of two, whichever comes first in the code, so that it does not depend on who was asked first.</summary>
    public static SpentBudget? First(SpentBudget? left, SpentBudget? right) =>
        left is null ? right : right is null || Compare(left, right) <= 0 ? left : right;

    private static int Compare(SpentBudget left, SpentBudget right)
    {
        if (ReferenceEquals(left, right))
            return 0;
        var (one, other) = (PlaceOf(left.Member), PlaceOf(right.Member));
        var order = string.CompareOrdinal(one?.SourceTree?.FilePath, other?.SourceTree?.FilePath);
        if (order == 0)
            order = (one?.SourceSpan.Start ?? 0).CompareTo(other?.SourceSpan.Start ?? 0);
        if (order == 0)
            order = string.CompareOrdinal(left.Member.ToDisplayString(), right.Member.ToDisplayString());
        return order == 0 ? left.Limit.CompareTo(right.Limit) : order;
    }

    private static Location? PlaceOf(ISymbol member) => member.Locations.FirstOrDefault();
}
