using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ExceptionHandling.Guards;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Todo.Controls;

/// <summary>Whether code runs in development only: under a test of the environment, after an early return, in a debug build.</summary>
internal sealed class DevelopmentGuards
{
    private readonly ProductionAssumption _production;

    private DevelopmentGuards(KnownTypes types) => _production = ProductionAssumption.Of(types);

    public static DevelopmentGuards Of(KnownTypes types) => types.Fact(static known => new DevelopmentGuards(known));

    public bool Cover(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        for (var current = node; current.Parent is { } parent; current = parent)
        {
            cancellation.ThrowIfCancellationRequested();
            var excluded = parent switch
            {
                IfStatementSyntax guard when guard.Statement == current => Outcome(guard.Condition, model, cancellation) == false,
                ElseClauseSyntax { Parent: IfStatementSyntax guard } => Outcome(guard.Condition, model, cancellation) == true,
                ConditionalExpressionSyntax choice when choice.WhenTrue == current => Outcome(choice.Condition, model, cancellation) == false,
                ConditionalExpressionSyntax choice when choice.WhenFalse == current => Outcome(choice.Condition, model, cancellation) == true,
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both when both.Right == current => Outcome(both.Left, model, cancellation) == false,
                BlockSyntax block => IsLeftBefore(block.Statements, current, model, cancellation),
                CompilationUnitSyntax unit => IsLeftBefore(unit.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement), current, model, cancellation),
                _ => false,
            };
            if (excluded)
                return true;
        }

        return DebugRegions.Contains(node.GetLocation(), cancellation);
    }

    /// <summary>Whether production leaves by a statement before.</summary>
    private bool IsLeftBefore(IEnumerable<StatementSyntax> statements, SyntaxNode current, SemanticModel model, CancellationToken cancellation) =>
        statements.TakeWhile(statement => statement.SpanStart < current.SpanStart).OfType<IfStatementSyntax>()
            .Any(guard => guard.Else is null && Leaves(guard.Statement) && Outcome(guard.Condition, model, cancellation) == true);

    private static bool Leaves(StatementSyntax body) => body switch
    {
        BlockSyntax { Statements.Count: > 0 } block => Leaves(block.Statements.Last()),
        ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax => true,
        _ => false,
    };

    private bool? Outcome(ExpressionSyntax condition, SemanticModel model, CancellationToken cancellation) =>
        model.GetOperation(condition, cancellation) is { } operation ? Outcome(operation.Unwrap()) : null;

    private bool? Outcome(IOperation operation)
    {
        switch (operation)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return !Outcome(not.Operand.Unwrap());
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both:
                var (left, right) = (Outcome(both.LeftOperand.Unwrap()), Outcome(both.RightOperand.Unwrap()));
                return left == false || right == false ? false : left == true && right == true ? true : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either:
                var (first, second) = (Outcome(either.LeftOperand.Unwrap()), Outcome(either.RightOperand.Unwrap()));
                return first == true || second == true ? true : first == false && second == false ? false : null;
            case ILocalReferenceOperation local when _production.OutcomeOf(local) is null && Flow.SingleAssignment.ValueOf(local.Local, local) is { } value:
                return _production.OutcomeOf(value.Unwrap());
            default:
                return _production.OutcomeOf(operation);
        }
    }
}
