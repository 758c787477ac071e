using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ContextValidation.UnvalidatedContext;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ContextValidation;

/// <summary>Code that trusts a context as it comes compares "nobody" with "nobody" when something is missing, and finds them equal.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnvalidatedContextAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ContextNotValidated);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var guards = new ContextGuards(types);
        var authenticated = AuthenticatedCode.Of(types);
        context.RegisterGatedOperationAction(OwnershipVocabulary.KeyWords(types, context.Options), operation => AnalyzeUse(operation, types, guards), OperationKind.Binary, OperationKind.Invocation);
        context.RegisterSemanticModelAction(file => AnalyzeAssumptions(file, authenticated));
        context.RegisterGatedOperationAction(BodyWords.OfCalls("FindFirst"), operation => AnalyzeObliviousClaim(operation, authenticated), OperationKind.Invocation);
    }

    private static void AnalyzeUse(OperationContext context, KnownTypes types, ContextGuards guards)
    {
        if (!ContextUse.MayBe(context.Operation))
            return;
        var vocabulary = OwnershipVocabulary.For(types, context.Options, context.Operation.Syntax.SyntaxTree);
        if (Unguarded(context.Operation, vocabulary) is not { } use || IsRepeated(context.Operation, use, vocabulary))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.ContextNotValidated,
            use.Place.GetLocation(),
            ContextFacts.Of(use),
            $"'{use.Place}' may be missing and is compared with an owner as it is; check it first, and refuse"));

        ContextUse? Unguarded(IOperation operation, OwnershipVocabulary known) =>
            ContextUse.Of(operation, known) is { } found && !PrivilegedScope.Contains(context.ContainingSymbol, known) && !guards.Cover(found, context.ContainingSymbol, context.CancellationToken) ? found : null;
    }

    /// <summary>Whether the same identity is used before in the member: one finding says it for all.</summary>
    private static bool IsRepeated(IOperation operation, ContextUse use, OwnershipVocabulary vocabulary) =>
        operation.Root().DescendantsAndSelf().Any(earlier => earlier.Syntax.SpanStart < operation.Syntax.SpanStart && ContextUse.MayBe(earlier) && ContextUse.Of(earlier, vocabulary) is { } other &&
            SymbolEqualityComparer.Default.Equals(other.Source, use.Source));

    /// <summary>By the names in the text of the file: most <c>!</c> stand behind others.</summary>
    private static void AnalyzeAssumptions(SemanticModelAnalysisContext context, AuthenticatedCode authenticated)
    {
        if (context.IsGeneratedCode)
            return;
        var names = TreeNames.Of(context.SemanticModel.SyntaxTree, context.CancellationToken);
        foreach (var token in AssumedIdentity.Names.SelectMany(name => names.TokensOf(name, context.CancellationToken)))
        {
            var assumed = token.Parent?.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } ? call : token.Parent?.Parent;
            if (assumed?.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed)
                AnalyzeAssumption(context, suppressed, authenticated);
        }
    }

    private static void AnalyzeAssumption(SemanticModelAnalysisContext context, PostfixUnaryExpressionSyntax suppressed, AuthenticatedCode authenticated)
    {
        if (!AssumedIdentity.MayBe(suppressed.Operand, suppressed) || context.SemanticModel.GetEnclosingSymbol(suppressed.SpanStart, context.CancellationToken) is not { } member || IsSecond(suppressed) || !AssumedIdentity.Is(suppressed.Operand, context.SemanticModel, context.CancellationToken))
            return;
        if (AssumedIdentity.IsAskedBefore(suppressed.Operand) || context.SemanticModel.GetOperation(suppressed.Operand, context.CancellationToken) is not { } operation || authenticated.Contains(operation, member.MemberAround(), context.CancellationToken))
            return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.ContextNotValidated, suppressed.GetLocation(), ContextFacts.OfAssumption(), $"'{suppressed}' takes a caller for granted where nobody has to be signed in; throw or refuse when there is none"));
    }

    /// <summary>The same in code without nullable annotations, which needs no <c>!</c>.</summary>
    private static void AnalyzeObliviousClaim(OperationContext context, AuthenticatedCode authenticated)
    {
        if (context.Operation is not IInvocationOperation { TargetMethod.Name: "FindFirst", Syntax: InvocationExpressionSyntax syntax, SemanticModel: { } model } call || !AssumedIdentity.MayBe(syntax, syntax))
            return;
        if (model.GetNullableContext(syntax.SpanStart).AnnotationsEnabled() || !AssumedIdentity.Is(syntax, model, context.CancellationToken) || AssumedIdentity.IsAskedBefore(syntax) || authenticated.Contains(call, context.ContainingSymbol, context.CancellationToken))
            return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.ContextNotValidated, syntax.GetLocation(), ContextFacts.OfAssumption(), $"'{syntax}' takes a caller for granted where nobody has to be signed in; throw or refuse when there is none"));
    }

    private static bool IsSecond(PostfixUnaryExpressionSyntax suppressed) =>
        suppressed.Ancestors().FirstOrDefault(static node => node is MemberDeclarationSyntax and not GlobalStatementSyntax) is { } member && member.DescendantNodes().OfType<PostfixUnaryExpressionSyntax>()
            .Any(earlier => earlier.SpanStart < suppressed.SpanStart && earlier.IsKind(SyntaxKind.SuppressNullableWarningExpression) && AssumedIdentity.MayBe(earlier.Operand, earlier)) || suppressed.DescendantNodes().OfType<PostfixUnaryExpressionSyntax>().Any(static inner => AssumedIdentity.MayBe(inner.Operand, inner));
}
