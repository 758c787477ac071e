using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>Locals that the code before the use fills, and the steps that fill them or a builder.</summary>
internal sealed partial class TextComposer
{
    /// <summary>Reads the steps that give a local its text; false where they are not all before the use, or others read it.</summary>
    private bool Variable(IdentifierNameSyntax use)
    {
        if (_model.GetSymbolInfo(use, _cancellation).Symbol is not ILocalSymbol { Type.SpecialType: SpecialType.System_String, HasConstantValue: false } local
            || !_expanded.Contains(local)
            || VariableSteps(local, use) is not { } path)
        {
            return false;
        }

        var steps = new List<(ExpressionSyntax Root, SyntaxNode Statement, bool IsConditional)>();
        var initializer = path.Declarator.Initializer?.Value;
        if (initializer is not null)
            steps.Add((initializer, path.Statement, false));
        foreach (var mention in path.Mentions)
        {
            if (mention.Parent is not AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment || assignment.Left != mention)
            {
                // The left end of sql = sql + …, which its assignment reads.
                if (IsLenient || steps.Count > 0 && steps[steps.Count - 1].Root.Span.Contains(mention.Span) && steps[steps.Count - 1].Root is BinaryExpressionSyntax)
                    continue;
                return false;
            }

            if (!MayRunBefore(statement, path.Statement, use, out var isConditional))
                return false;
            var appended = assignment.IsKind(SyntaxKind.AddAssignmentExpression) ? assignment.Right : SelfAppended(assignment, local);
            if (appended is null && IsLenient && assignment.Right.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == local.Name))
                continue;
            if (appended is null && isConditional && _reading != TextReading.Straight && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
            {
                steps.Add((assignment.Right, statement, true));
                _alternatives = _alternatives.Add(assignment.Right);
                continue;
            }

            if (appended is null && (isConditional || !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)))
                return false;
            if (appended is null)
                steps.Clear();
            steps.Add((appended ?? assignment.Right, statement, isConditional));
        }

        var firstPiece = _pieces.Count;
        var firstStep = _steps.Count;
        if (!Steps(local, path.Statement, steps))
            return false;
        // What is one value of somewhere else is better known by its name.
        if (_pieces.Count != firstPiece + 1 || _pieces[firstPiece] is not HolePiece { Expression: InvocationExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or AwaitExpressionSyntax or CastExpressionSyntax })
            return true;
        _pieces.Count = firstPiece;
        _steps.Count = firstStep;
        return false;
    }

    private bool Steps(ILocalSymbol local, StatementSyntax declaration, List<(ExpressionSyntax Root, SyntaxNode Statement, bool IsConditional)> steps)
    {
        if (steps.Count == 0)
            return false;
        var outer = _isRepeated;
        var separator = IsLenient ? ";" : Separator;
        foreach (var (root, statement, isConditional) in steps)
        {
            _isRepeated = outer || (IsLenient && IsInLoop(statement, declaration));
            if (_alternatives.Contains(root))
                _pieces.Add(new ConstantPiece(root, separator));
            if (root is InvocationExpressionSyntax call && IsBuilderCall(call, local))
                AppendCall(call, statement, isConditional);
            else
                AppendStep(root, statement, isConditional, local);
        }

        _isRepeated = outer;
        return true;
    }

    /// <summary>Reads one value given to a local; <c>sql + x</c> of <c>sql = sql + x</c> contributes only what follows.</summary>
    private void AppendStep(ExpressionSyntax root, SyntaxNode statement, bool isConditional, ILocalSymbol local)
    {
        if (LeftEnd(root) is IdentifierNameSyntax name && name != root && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(name, _cancellation).Symbol, local))
        {
            var first = _pieces.Count;
            var outer = _isConditional;
            _isConditional |= isConditional;
            foreach (var operand in OperandsAfterLeftEnd((BinaryExpressionSyntax)root))
                Read(operand);
            _isConditional = outer;
            _steps.Add(new TextStep(root, statement, isConditional, first, _pieces.Count));
            return;
        }

        Step(root, statement, isConditional);
    }

    private ExpressionSyntax? SelfAppended(AssignmentExpressionSyntax assignment, ILocalSymbol local) =>
        assignment.Right is BinaryExpressionSyntax binary && IsConcatenation(binary)
        && LeftEnd(binary) is IdentifierNameSyntax name && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(name, _cancellation).Symbol, local)
            ? binary
            : null;

    private static ExpressionSyntax LeftEnd(ExpressionSyntax expression)
    {
        while (expression is BinaryExpressionSyntax binary)
            expression = binary.Left;
        return expression;
    }

    private static IEnumerable<ExpressionSyntax> OperandsAfterLeftEnd(BinaryExpressionSyntax binary)
    {
        var operands = new Stack<ExpressionSyntax>();
        ExpressionSyntax left = binary;
        while (left is BinaryExpressionSyntax next)
        {
            operands.Push(next.Right);
            left = next.Left;
        }

        return operands;
    }
}
