using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>A place of a composed text that is filled in while the program runs.</summary>
/// <param name="Site">What gives way when the hole is rewritten: the interpolation, the operand, the argument.</param>
/// <param name="Expression">The expression whose value fills it.</param>
/// <param name="Type">Its type before the conversion to text.</param>
internal sealed record HolePiece(SyntaxNode Site, ExpressionSyntax Expression, ITypeSymbol? Type) : TextPiece(Site)
{
    /// <summary>The format specifier (<c>yyyy-MM-dd</c>), or null.</summary>
    public string? Format { get; init; }

    /// <summary>The width that the text is padded to, as it is written, or null.</summary>
    public string? Alignment { get; init; }

    /// <summary>The format provider that the text is made with, or null for the current culture.</summary>
    public ExpressionSyntax? Provider { get; init; }

    /// <summary>Whether the text is made with the invariant culture without an expression that says so (<c>FormattableString.Invariant</c>).</summary>
    public bool IsInvariant { get; init; }

    /// <summary>For an item of a format string: where the item stands in the file.</summary>
    public TextSpan? ItemSpan { get; init; }

    /// <summary>All texts that can fill the hole, where they are constants (<c>desc ? "DESC" : "ASC"</c>); else default.</summary>
    public ImmutableArray<string> Choices { get; init; }

    /// <summary>Whether the step that adds the hole runs under a condition.</summary>
    public bool IsConditional { get; init; }

    /// <summary>Whether the step that adds the hole runs in a loop.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether only constants fill the hole.</summary>
    public bool IsChoice => !Choices.IsDefault;
}
