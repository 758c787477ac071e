using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql;

namespace SecurityReview.CodeFixes.DataAccess.Binding;

/// <summary>One place of the SQL that becomes a parameter: a hole, or a string with holes inside its quotes.</summary>
/// <param name="Token">The token that the placeholder replaces.</param>
/// <param name="Holes">The holes in it.</param>
/// <param name="Value">The C# expression whose value is passed.</param>
/// <param name="MayBeNull">Whether the value can be null.</param>
/// <param name="NameHint">What the parameter is called if the name is free.</param>
/// <param name="CanBeShared">Whether evaluating the value once instead of several times makes no difference.</param>
internal sealed record BoundValue(
    SqlToken Token, ImmutableArray<SqlHole> Holes, ExpressionSyntax Value, bool MayBeNull, string NameHint, bool CanBeShared)
{
    /// <summary>For a list, how it is passed.</summary>
    public ListForm Form { get; init; }

    /// <summary>For a list, the texts in it.</summary>
    public JoinedList? List { get; init; }

    /// <summary>For a list, whether it says what is left out.</summary>
    public bool IsNegated { get; init; }

    /// <summary>What the SQL has in the place of the value, with the placeholder of its parameter.</summary>
    public string Write(string placeholder) => Form == ListForm.Array ? (IsNegated ? $"<> ALL({placeholder})" : $"= ANY({placeholder})") : placeholder;
}
