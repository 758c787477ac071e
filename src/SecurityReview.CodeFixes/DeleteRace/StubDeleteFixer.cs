using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>Deletes by a query in place of the stub, and answers "not found" where the count says so.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StubDeleteFixer))]
public sealed class StubDeleteFixer() : ReviewFixProvider(RuleIds.StubDelete, DeleteByQuery, "Delete all stubs by a query")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string DeleteByQuery = "delete.by_query";

    private static readonly string[] s_extensions =
        ["Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions", "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions"];

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (StubSite.Of(context) is not { } stub || !HasExecuteDelete(context.Model.Compilation) || DeleteSite.Around(stub.Save, stub.Target, context) is not { } site)
            return ImmutableArray<Repair>.Empty;
        if (!context.Pass.Claim(stub.SaveStatement))
            return ImmutableArray<Repair>.Empty;
        var query = QueryFor(stub, context);
        if (stub.SaveStatement is ReturnStatementSyntax)
            return Repaired(editor => Apply(editor, stub, editor => editor.ReplaceNode(stub.Save, query.WithTriviaFrom(stub.Save))));
        return NothingDeleted.OrThrow(site, context) is { } answer
            ? Repaired(editor => Apply(editor, stub, editor => editor.ReplaceNode(stub.SaveStatement, TestFor(stub, query, answer))))
            : ImmutableArray<Repair>.Empty;
    }

    private static ImmutableArray<Repair> Repaired(Action<SyntaxEditor> edit) =>
        ImmutableArray.Create(Repair.OfSyntax("Delete by a query and test the count", DeleteByQuery, edit));

    private static bool HasExecuteDelete(Compilation compilation) =>
        s_extensions.Any(name => compilation.GetTypeByMetadataName(name)?.GetMembers("ExecuteDelete").IsEmpty == false);

    /// <summary><c>await set.Where(x => x.Key == value).ExecuteDeleteAsync(…)</c>, asynchronous and with the arguments as the save was.</summary>
    private static ExpressionSyntax QueryFor(StubSite stub, RepairContext context)
    {
        var parameter = OutcomeTest.NameFor(stub.SaveStatement, context, char.ToLowerInvariant(stub.Target[0]) + stub.Target.Substring(1), "row", "x");
        var condition = stub.Keys
            .Select(key => (ExpressionSyntax)SyntaxFactory.BinaryExpression(
                SyntaxKind.EqualsExpression,
                SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.IdentifierName(parameter), SyntaxFactory.IdentifierName(key.Member)),
                Operand(key.Value)))
            .Aggregate((left, right) => SyntaxFactory.BinaryExpression(SyntaxKind.LogicalAndExpression, left, right));
        var where = Call(stub.Set.WithoutTrivia(), "Where", SyntaxFactory.Argument(
            SyntaxFactory.SimpleLambdaExpression(SyntaxFactory.Parameter(SyntaxFactory.Identifier(parameter)), condition)));
        var call = stub.Save.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().First(StubSite.IsSave);
        var name = StubSite.NameOf(call) == "SaveChanges" ? "ExecuteDelete" : "ExecuteDeleteAsync";
        var delete = Call(where, name, name == "ExecuteDelete" ? [] : [.. call.ArgumentList.Arguments.Where(argument => context.Model.GetTypeInfo(argument.Expression).Type?.Name == "CancellationToken")]);
        return stub.Save.ReplaceNode(call, delete).WithoutTrivia().WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static ExpressionSyntax Operand(ExpressionSyntax value) =>
        value.WithoutTrivia() is var bare && bare is IdentifierNameSyntax or MemberAccessExpressionSyntax or LiteralExpressionSyntax or InvocationExpressionSyntax
            ? bare
            : SyntaxFactory.ParenthesizedExpression(bare).WithAdditionalAnnotations(Simplifier.Annotation);

    private static InvocationExpressionSyntax Call(ExpressionSyntax receiver, string name, params ArgumentSyntax[] arguments) =>
        SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName(name)),
            SyntaxFactory.ArgumentList(SyntaxFactory.SeparatedList(arguments)));

    private static StatementSyntax TestFor(StubSite stub, ExpressionSyntax query, StatementSyntax answer)
    {
        var test = OutcomeTest.IfNone(query, answer).WithLeadingTrivia(stub.Statements[0].GetLeadingTrivia());
        var next = Statements.After(stub.SaveStatement);
        return next is null || next.GetLeadingTrivia().FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia)
            ? test.WithTrailingTrivia(stub.SaveStatement.GetTrailingTrivia())
            : test.WithTrailingTrivia(SyntaxFactory.CarriageReturnLineFeed, SyntaxFactory.CarriageReturnLineFeed);
    }

    private static void Apply(SyntaxEditor editor, StubSite stub, Action<SyntaxEditor> edit)
    {
        edit(editor);
        foreach (var statement in stub.Statements)
            editor.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia);
    }
}
