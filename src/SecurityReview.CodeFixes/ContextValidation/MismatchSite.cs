using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.ContextValidation.TakenOwner;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ContextValidation;

/// <summary>A reported comparison in its code.</summary>
/// <param name="Unit">The comparison with the negations around it.</param>
/// <param name="TrueMeansSame">Whether the unit is true for the owner.</param>
/// <param name="TakeOvers">The reads that take the owner over.</param>
/// <param name="Privilege">The privilege test; null if there is none to be seen.</param>
internal sealed record MismatchSite(ExpressionSyntax Unit, bool TrueMeansSame, ImmutableArray<ExpressionSyntax> TakeOvers, ExpressionSyntax? Privilege)
{
    /// <summary>True when the caller is not the owner.</summary>
    public ExpressionSyntax Mismatch => TrueMeansSame ? Conditions.Negate(Unit) : Conditions.Bare(Unit);

    /// <summary>The condition under which to deny, at a place that owners reach too.</summary>
    public ExpressionSyntax Denied => Privilege is null ? Mismatch : Conditions.And(Mismatch, Conditions.Negate(Privilege));

    /// <summary>The site of a finding; null where the code no longer is what was reported.</summary>
    public static MismatchSite? Of(RepairContext context)
    {
        var properties = context.Diagnostic.Properties;
        if (context.Node.FirstAncestorOrSelf<ExpressionSyntax>(node => node.Span == context.Diagnostic.Location.SourceSpan) is not { } comparison ||
            !properties.TryGetValue(MismatchFacts.TakeOvers, out var spans) || !properties.TryGetValue(MismatchFacts.TrueMeansSame, out var same))
        {
            return null;
        }

        var takeOvers = SpanList.NodesAt<ExpressionSyntax>(context.Root, spans);
        if (takeOvers.IsEmpty)
            return null;
        var trueMeansSame = same == "true";
        var unit = Conditions.WithNegations(comparison, ref trueMeansSame);
        var privilege = properties.TryGetValue(MismatchFacts.Privilege, out var text) && !string.IsNullOrEmpty(text) ? SyntaxFactory.ParseExpression(text!) : null;
        return new MismatchSite(unit, trueMeansSame, takeOvers, privilege);
    }
}
