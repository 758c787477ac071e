using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.ExceptionHandling.FailOpen;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.ExceptionHandling.Injection;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>Logs the exception of a check with the logger in scope, if it is not logged, and denies: with the answer, result or status that the function gives elsewhere.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FailOpenFixer))]
public sealed class FailOpenFixer() : ReviewFixProvider(RuleIds.SecurityDecisionFailsOpen, Deny, "Deny where a check throws")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string Deny = "exception.deny";

    /// <summary>The equivalence key of the repair that brings a logger in first.</summary>
    public const string InjectLogger = "exception.inject_logger_and_deny";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (context.Node.FirstAncestorOrSelf<CatchClauseSyntax>() is not { } clause || !Enum.TryParse<OpenOutcomeKind>(Fact(context, FailOpenFacts.Kind), out var kind))
            return ImmutableArray<Repair>.Empty;
        var edit = new CatchEdit(clause, context);
        var place = SpanList.NodesAt<ExpressionSyntax>(context.Root, Fact(context, FailOpenFacts.Place)).FirstOrDefault();
        if (DenialOf(kind, place, edit, clause, context) is not { } denial)
            return ImmutableArray<Repair>.Empty;
        var logs = !edit.Logs && edit.Log();
        var repair = Repair.OfSyntax(logs ? "Log the exception and deny" : "Deny", Deny, denial);
        return logs || edit.Logs || WithLogger(kind, place, clause, context) is not { } injection ? ImmutableArray.Create(repair) : ImmutableArray.Create(repair, injection);
    }

    private static Repair? WithLogger(OpenOutcomeKind kind, ExpressionSyntax? place, CatchClauseSyntax clause, RepairContext context)
    {
        if (InjectedLogger.At(clause.Block, context) is not { } injected)
            return null;
        var edit = new CatchEdit(clause, context);
        edit.Log(injected.Logger);
        if (DenialOf(kind, place, edit, clause, context) is not { } denial)
            return null;
        return Repair.OfSyntax("Inject a logger, log the exception and deny", InjectLogger, editor =>
        {
            injected.Inject(editor);
            denial(editor);
        });
    }

    private static Action<SyntaxEditor>? DenialOf(OpenOutcomeKind kind, ExpressionSyntax? place, CatchEdit edit, CatchClauseSyntax clause, RepairContext context)
    {
        if (place is not null)
            return kind == OpenOutcomeKind.GoesOn ? InsteadOf(place, edit, clause, context) : InPlace(kind, place, edit, context);
        if (EnclosingFunction.Of(clause, context.Model, context.CancellationToken) is not { Symbol: { } symbol } function)
            return null;
        var statements = kind switch
        {
            OpenOutcomeKind.Stands => ImmutableArray.Create(SetTo(Fact(context, FailOpenFacts.Variable) ?? "", Denial(context))),
            OpenOutcomeKind.FallsThrough => AnswerOf(function, symbol, context),
            _ => RefusedRequest.In(function, context),
        };
        if (statements.IsEmpty)
            return null;
        foreach (var statement in statements)
            edit.Add(statement);
        return editor => edit.Apply(editor);
    }

    /// <summary>Another value, or <c>Fail()</c> for <c>Succeed(…)</c>.</summary>
    private static Action<SyntaxEditor>? InPlace(OpenOutcomeKind kind, ExpressionSyntax place, CatchEdit edit, RepairContext context)
    {
        var replacement = kind == OpenOutcomeKind.Succeeds && place is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            ? (place, SyntaxFactory.InvocationExpression(access.WithName(SyntaxFactory.IdentifierName("Fail"))).WithTriviaFrom(place))
            : RefusingValue.For(place, context);
        if (replacement is not var (old, @new))
            return null;
        return editor =>
        {
            editor.ReplaceNode(old, @new);
            edit.Apply(editor);
        };
    }

    /// <summary>The refusal in the place of the statement that goes on.</summary>
    private static Action<SyntaxEditor>? InsteadOf(ExpressionSyntax step, CatchEdit edit, CatchClauseSyntax clause, RepairContext context)
    {
        if (step.FirstAncestorOrSelf<StatementSyntax>() is not { } statement || statement.Parent != clause.Block || clause.Block.Statements.Last() != statement ||
            EnclosingFunction.Of(clause, context.Model, context.CancellationToken) is not { } function)
        {
            return null;
        }

        var refusal = RefusedRequest.In(function, context);
        if (refusal.IsEmpty)
            return null;
        foreach (var part in refusal)
            edit.Add(part);
        var text = statement.ToString();
        return editor => edit.Apply(editor, kept => kept.ToString() == text);
    }

    private static ImmutableArray<StatementSyntax> AnswerOf(EnclosingFunction function, IMethodSymbol symbol, RepairContext context)
    {
        if (symbol.Parameters.FirstOrDefault(static parameter => parameter.Type.Name == "AuthorizationHandlerContext") is { } handled)
        {
            var fail = SyntaxFactory.ExpressionStatement(SyntaxFactory.ParseExpression(handled.Name + ".Fail()"));
            return RefusedRequest.Leave(function) is { } leave ? ImmutableArray.Create<StatementSyntax>(fail, leave) : ImmutableArray<StatementSyntax>.Empty;
        }

        if (function.ReturnedType?.SpecialType == SpecialType.System_Boolean)
            return ImmutableArray.Create<StatementSyntax>(SyntaxFactory.ReturnStatement(Denial(context)));
        if (symbol is { IsAsync: false, ReturnType: INamedTypeSymbol { Arity: 1, Name: "Task" or "ValueTask" } task } && task.TypeArguments[0].SpecialType == SpecialType.System_Boolean)
            return ImmutableArray.Create<StatementSyntax>(SyntaxFactory.ReturnStatement(SyntaxFactory.ParseExpression($"{task.Name}.FromResult({Denial(context)})")));
        return ImmutableArray<StatementSyntax>.Empty;
    }

    private static StatementSyntax SetTo(string variable, ExpressionSyntax value) =>
        SyntaxFactory.ExpressionStatement(SyntaxFactory.AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName(variable), value));

    private static LiteralExpressionSyntax Denial(RepairContext context) => RefusingValue.Literal(Fact(context, FailOpenFacts.Denial) == "true");

    private static string? Fact(RepairContext context, string key) => context.Diagnostic.Properties.TryGetValue(key, out var value) ? value : null;
}
