using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.CodeFixes.DataAccess.Binding;

/// <summary>A parameter that a repaired command is given.</summary>
/// <param name="Name">Its name without a mark.</param>
/// <param name="Value">The expression whose value is passed.</param>
/// <param name="MayBeNull">Whether the value can be null.</param>
internal sealed record Parameter(string Name, ExpressionSyntax Value, bool MayBeNull)
{
    /// <summary>For a list that is passed element by element, the texts in it.</summary>
    public JoinedList? List { get; init; }
}
