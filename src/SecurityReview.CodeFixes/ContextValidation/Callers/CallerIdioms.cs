using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ContextValidation.Callers;

/// <summary>The ways in which a project says who the caller is, the most used one first, so that repairs speak its language. Gathered when the first repair is asked for.</summary>
internal sealed class CallerIdioms
{
    private const int MaximumPlaces = 600;

    private static readonly Regex s_names = new("(Id|Identifier|FindFirst|FindFirstValue|UserName)$", RegexOptions.CultureInvariant);

    private CallerIdioms(ImmutableArray<CallerIdiom> ranked) => Ranked = ranked;

    public ImmutableArray<CallerIdiom> Ranked { get; }

    public static CallerIdioms Of(RepairContext context)
    {
        var types = KnownTypes.Of(context.Model.Compilation);
        var vocabulary = OwnershipVocabulary.For(types, context.Document.Project.AnalyzerOptions, context.Root.SyntaxTree);
        return types.Fact(key => new CallerIdioms(Gather(key, vocabulary)));
    }

    private static ImmutableArray<CallerIdiom> Gather(KnownTypes types, OwnershipVocabulary vocabulary) =>
        types.Compilation.SyntaxTrees.SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<MemberAccessExpressionSyntax>())
            .Where(static access => s_names.IsMatch(access.Name.Identifier.ValueText)).Take(MaximumPlaces)
            .Select(access => Read(access, types, vocabulary)).OfType<CallerIdiom>()
            .GroupBy(static idiom => idiom.Text, StringComparer.Ordinal)
            .OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => group.First()).ToImmutableArray();

    private static CallerIdiom? Read(MemberAccessExpressionSyntax access, KnownTypes types, OwnershipVocabulary vocabulary)
    {
        var expression = access.Parent is InvocationExpressionSyntax call && call.Expression == access ? (ExpressionSyntax)call : access;
        if (ForeignModels.Of(types.Compilation, access.SyntaxTree).GetOperation(expression) is not { Type: { } type } operation || type.Name == "Claim")
            return null;
        var receiver = operation switch
        {
            IInvocationOperation invocation => invocation.Receiver(),
            IMemberReferenceOperation member => member.Instance,
            _ => null,
        };
        if (receiver?.Unwrap().Type is not { } holder || CallerIdentity.Read(operation, vocabulary) is not { } caller || caller.Origin.Syntax != operation.Syntax)
            return null;
        var name = access.Name.Identifier.ValueText;
        var said = expression is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } ? name + arguments[0].ToString() : name;
        return new CallerIdiom(holder, expression, type, PlainName.ContainsAny(PlainName.Of(said), ["tenant", "org", "company", "workspace"]));
    }
}
