using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>Begins a transaction of the context before the first delete and commits it behind the last.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RelatedDeletesFixer))]
public sealed class RelatedDeletesFixer() : ReviewFixProvider(RuleIds.RelatedDeletesNotAtomic, WrapInTransaction, "Put related deletes into a transaction")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string WrapInTransaction = "delete.wrap_in_transaction";

    private const string ContextType = "Microsoft.EntityFrameworkCore.DbContext";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (DeletePair.Of(context) is not { } pair || !context.Pass.Claim(pair.First))
            return ImmutableArray<Repair>.Empty;
        // With a strategy that repeats what failed, Entity Framework refuses transactions that the code begins.
        if (context.Model.Compilation.ContainsSymbolsWithName("EnableRetryOnFailure", SymbolFilter.Member) || Mentions(context.Model.Compilation, "EnableRetryOnFailure"))
            return ImmutableArray<Repair>.Empty;
        return ImmutableArray.Create(Repair.OfSyntax("Put the deletes into a transaction", WrapInTransaction, editor => Apply(editor, pair, context)));
    }

    private static bool Mentions(Compilation compilation, string name) =>
        compilation.SyntaxTrees.Any(tree => tree.GetRoot().DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name));

    private static void Apply(SyntaxEditor editor, DeletePair pair, RepairContext context)
    {
        var name = OutcomeTest.NameFor(pair.First, context, "transaction", "deletion");
        var database = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, pair.Database, SyntaxFactory.IdentifierName("Database"));
        var begin = Call(database, "BeginTransaction", pair);
        var declaration = OutcomeTest.Keep(name, begin);
        var blank = pair.IsAsync ? "await using " : "using ";
        var beginning = ((LocalDeclarationStatementSyntax)SyntaxFactory.ParseStatement($"{blank}{declaration}"))
            .WithLeadingTrivia(pair.First.GetLeadingTrivia())
            .WithTrailingTrivia(SyntaxFactory.CarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        var commit = SyntaxFactory.ExpressionStatement(Call(SyntaxFactory.IdentifierName(name), "Commit", pair)).WithAdditionalAnnotations(Formatter.Annotation);
        editor.InsertBefore(pair.First, beginning);
        if (pair.Last is ReturnStatementSyntax { Expression: { } result } last)
        {
            var outcome = OutcomeTest.NameFor(pair.Last, context, OutcomeTest.Names);
            var keep = OutcomeTest.Keep(outcome, result.WithoutTrivia()).WithLeadingTrivia(last.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.CarriageReturnLineFeed);
            editor.InsertBefore(last, [keep, commit.WithTrailingTrivia(SyntaxFactory.CarriageReturnLineFeed)]);
            editor.ReplaceNode(last, SyntaxFactory.ReturnStatement(SyntaxFactory.IdentifierName(outcome).WithLeadingTrivia(SyntaxFactory.Space)).WithTrailingTrivia(last.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation));
        }
        else
        {
            editor.InsertAfter(pair.Last, commit.WithTrailingTrivia(SyntaxFactory.CarriageReturnLineFeed));
        }

        editor.ReplaceNode(pair.First, (current, _) => WithoutBlankLines((StatementSyntax)current));
    }

    /// <summary>What stood above the first delete stands above the transaction now.</summary>
    private static StatementSyntax WithoutBlankLines(StatementSyntax statement)
    {
        var indentation = statement.GetLeadingTrivia().LastOrDefault();
        return statement.WithLeadingTrivia(indentation.IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(indentation) : default);
    }

    private static ExpressionSyntax Call(ExpressionSyntax receiver, string name, DeletePair pair)
    {
        var arguments = pair.IsAsync && pair.Token is { } token ? new[] { SyntaxFactory.Argument(token.WithoutTrivia()) } : [];
        ExpressionSyntax call = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver.WithoutTrivia(), SyntaxFactory.IdentifierName(pair.IsAsync ? name + "Async" : name)),
            SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(arguments)));
        return pair.IsAsync ? SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), call) : call;
    }

    /// <summary>The statements of the two deletes in one list, and what is needed to begin a transaction there.</summary>
    /// <param name="First">The statement with the first delete.</param>
    /// <param name="Last">The one with the last.</param>
    /// <param name="Database">The context.</param>
    /// <param name="IsAsync">Whether the deletes are awaited.</param>
    /// <param name="Token">The cancellation token that they are given.</param>
    private sealed record DeletePair(StatementSyntax First, StatementSyntax Last, ExpressionSyntax Database, bool IsAsync, ExpressionSyntax? Token)
    {
        public static DeletePair? Of(RepairContext context)
        {
            if (context.Diagnostic.AdditionalLocations.Count == 0 || context.Root.FindToken(context.Diagnostic.Location.SourceSpan.Start).Parent is not SimpleNameSyntax name || DeleteSite.CallOf(name) is not { } last)
                return null;
            if (context.Root.FindNode(context.Diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } first)
                return null;
            if (ContextOf(first, context) is not { } database || ContextOf(last, context) is not { } other || database.ToString() != other.ToString())
                return null;
            var isAsync = DeleteSite.OutcomeOf(last) is AwaitExpressionSyntax;
            if (!isAsync && NameOf(last).EndsWith("Async", StringComparison.Ordinal))
                return null;
            var (start, end) = InOneList(first, last);
            if (start is null || end is null || (end is ReturnStatementSyntax { Expression: var result } && result != DeleteSite.OutcomeOf(last)) || (end is not (ReturnStatementSyntax or ExpressionStatementSyntax or LocalDeclarationStatementSyntax or IfStatementSyntax or ForEachStatementSyntax)))
                return null;
            // A declaration that only the list of a switch section has would be seen by its other sections.
            return start.Parent is BlockSyntax && !Leaves(end) ? new DeletePair(start, end, database, isAsync, TokenIn(last, context)) : null;
        }

        /// <summary>The statements of one block that contain the two, both outside of nested functions.</summary>
        private static (StatementSyntax? First, StatementSyntax? Last) InOneList(SyntaxNode first, SyntaxNode last)
        {
            foreach (var block in last.Ancestors().TakeWhile(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax)).OfType<BlockSyntax>())
            {
                if (block.Span.Contains(first.Span))
                    return (block.Statements.FirstOrDefault(statement => statement.Span.Contains(first.Span)), block.Statements.FirstOrDefault(statement => statement.Span.Contains(last.Span)));
            }

            return (null, null);
        }

        /// <summary>An <c>if</c> around the last delete that returns after it would leave without a commit.</summary>
        private static bool Leaves(StatementSyntax last) =>
            last is IfStatementSyntax test && test.Statement.DescendantNodesAndSelf().Any(node => node is ReturnStatementSyntax)
            && test.Condition.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().All(call => !NameOf(call).StartsWith("Execute", StringComparison.Ordinal));

        private static string NameOf(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? "";

        /// <summary>The context at the start of a chain of calls: <c>db</c> of <c>db.Orders.Where(…).ExecuteDelete()</c>.</summary>
        private static ExpressionSyntax? ContextOf(InvocationExpressionSyntax call, RepairContext context)
        {
            var type = context.Model.Compilation.GetTypeByMetadataName(ContextType);
            for (ExpressionSyntax? current = call; current is not null;)
            {
                if (current is IdentifierNameSyntax or MemberAccessExpressionSyntax && IsContext(context.Model.GetTypeInfo(current, context.CancellationToken).Type, type))
                    return current;
                current = current switch
                {
                    InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Expression,
                    MemberAccessExpressionSyntax member => member.Expression,
                    _ => null,
                };
            }

            return null;
        }

        private static bool IsContext(ITypeSymbol? type, INamedTypeSymbol? context)
        {
            for (var current = type; current is not null; current = current.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(current, context))
                    return true;
            }

            return false;
        }

        private static ExpressionSyntax? TokenIn(InvocationExpressionSyntax call, RepairContext context) =>
            call.ArgumentList.Arguments.Select(argument => argument.Expression)
                .FirstOrDefault(expression => context.Model.GetTypeInfo(expression, context.CancellationToken).Type?.Name == "CancellationToken");
    }
}
