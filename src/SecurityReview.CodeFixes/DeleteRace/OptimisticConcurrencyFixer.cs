using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>Hands over, or compares, the version that the function has read. Where it has read none there is nothing to hand over.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OptimisticConcurrencyFixer))]
public sealed class OptimisticConcurrencyFixer() : ReviewFixProvider(RuleIds.OptimisticConcurrencyBypassed, UseVersion, "Use the versions that were read")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string UseVersion = "delete.use_version";

    private const string CosmosOptions = "Microsoft.Azure.Cosmos.ItemRequestOptions";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (!context.Diagnostic.Properties.TryGetValue(DeleteProperties.Version, out var version) || version is null || !context.Diagnostic.Properties.TryGetValue(DeleteProperties.VersionPlace, out var place) || string.IsNullOrEmpty(place))
            return ImmutableArray<Repair>.Empty;
        if (context.Root.FindToken(context.Diagnostic.Location.SourceSpan.Start).Parent is not SimpleNameSyntax name || DeleteSite.CallOf(name) is not { } call)
            return ImmutableArray<Repair>.Empty;
        return Edit(call, version, place!, context) is { } edit
            ? ImmutableArray.Create(Repair.OfSyntax($"Use '{version}'", UseVersion, edit))
            : ImmutableArray<Repair>.Empty;
    }

    private static Action<SyntaxEditor>? Edit(InvocationExpressionSyntax call, string version, string place, RepairContext context)
    {
        var value = SyntaxFactory.ParseExpression(version);
        if (place == "ifMatch")
            return AnyVersionIn(call) is { } any ? editor => editor.ReplaceNode(any, value.WithTriviaFrom(any)) : WithArgument(call, "ifMatch", value);
        if (place == "requestOptions" && context.Model.Compilation.GetTypeByMetadataName(CosmosOptions) is { } options && !call.ArgumentList.Arguments.Any(static argument => argument.NameColon?.Name.Identifier.ValueText == "requestOptions"))
        {
            var type = (TypeSyntax)SyntaxGenerator.GetGenerator(context.Document).TypeExpression(options).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
            var assignment = SyntaxFactory.AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName("IfMatchEtag"), value);
            return WithArgument(call, "requestOptions", SyntaxFactory.ObjectCreationExpression(
                type, null, SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression, SyntaxFactory.SingletonSeparatedList<ExpressionSyntax>(assignment))));
        }

        return place is not ("conditions" or "requestOptions") && NearestCondition.Before(call) is var (row, condition)
            ? editor => editor.ReplaceNode(condition, Conditions.And(condition, SyntaxFactory.ParseExpression($"{row}.{place} == {version}")).WithTriviaFrom(condition))
            : null;
    }

    /// <summary>The call with a named argument behind the others; null where it has one of that name.</summary>
    private static Action<SyntaxEditor>? WithArgument(InvocationExpressionSyntax call, string parameter, ExpressionSyntax value)
    {
        var arguments = call.ArgumentList.Arguments;
        var added = SyntaxFactory.Argument(SyntaxFactory.NameColon(parameter), default, value);
        return arguments.Any(argument => argument.NameColon?.Name.Identifier.ValueText == parameter)
            ? null
            : editor => editor.ReplaceNode(call.ArgumentList, call.ArgumentList.AddArguments(added).WithAdditionalAnnotations(Formatter.Annotation));
    }

    private static ExpressionSyntax? AnyVersionIn(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.Select(static argument => argument.Expression)
            .FirstOrDefault(static expression => expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "All" } or ObjectCreationExpressionSyntax);
}
