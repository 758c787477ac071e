using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Taint.Relevance;

/// <summary>What is asked of a body.</summary>
/// <param name="Places">The expressions whose values are asked for; of a call, its arguments and receiver.</param>
internal sealed record BodyDemand(IReadOnlyCollection<SyntaxNode> Places)
{
    /// <summary>Everything that can be known of the body.</summary>
    public static readonly BodyDemand Everything = new([]);

    public bool IsEverything => Places.Count == 0;

    /// <summary>Whether another asks the same.</summary>
    public bool IsSame(BodyDemand other) => Places.SequenceEqual(other.Places);

    /// <summary>
    /// The value of one expression. One that is handed to a call is asked for with all that the call is given: who looks for the call then asks the same.
    /// A call is asked for by what it stands in, for by itself it would mean what it is given.
    /// </summary>
    public static BodyDemand For(SyntaxNode expression)
    {
        if (expression is ExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax } } })
            return new([expression.Parent.Parent.Parent]);
        var place = expression;
        while (place is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ParenthesizedExpressionSyntax && place.Parent is { } around)
        {
            place = around;
            if (place is not ParenthesizedExpressionSyntax)
                break;
        }

        return new([place]);
    }
}
