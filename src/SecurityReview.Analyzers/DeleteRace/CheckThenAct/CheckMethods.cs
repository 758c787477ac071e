using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.CheckThenAct;

/// <summary>Looks into own methods that are nothing but a question: <c>bool OrderExists(int id) => db.Orders.Any(o => o.Id == id)</c>.</summary>
internal sealed class CheckMethods(Compilation compilation)
{
    /// <summary>What a call of such a method asks for, said with the arguments of the call; null where the method does anything else.</summary>
    /// <param name="call">The call.</param>
    /// <param name="read">Reads the operation that the method returns.</param>
    public Resource? Resolve(IInvocationOperation call, Func<IOperation, Resource?> read, CancellationToken cancellation)
    {
        var method = call.TargetMethod;
        if (method.ReturnType.UnwrapTask().SpecialType != SpecialType.System_Boolean || method.Parameters.IsEmpty || method.DeclaringSyntaxReferences.Length != 1)
            return null;
        if (Returned(method.DeclaringSyntaxReferences[0].GetSyntax(cancellation)) is not { } expression)
            return null;
        if (ForeignModels.Of(compilation, expression.SyntaxTree).GetOperation(expression, cancellation) is not { } returned || read(Asked(returned)) is not { } inner)
            return null;
        return inner with { Values = inner.Values.ToImmutableDictionary(value => value.Key, value => WithArguments(value.Value, call), inner.Values.KeyComparer) };
    }

    private static ExpressionSyntax? Returned(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax { ExpressionBody.Expression: var expression } => expression,
        LocalFunctionStatementSyntax { ExpressionBody.Expression: var expression } => expression,
        MethodDeclarationSyntax { Body.Statements: { Count: 1 } statements } => (statements[0] as ReturnStatementSyntax)?.Expression,
        LocalFunctionStatementSyntax { Body.Statements: { Count: 1 } statements } => (statements[0] as ReturnStatementSyntax)?.Expression,
        _ => null,
    };

    /// <summary>The call in <c>await …</c>, <c>(a?.Any(…)).GetValueOrDefault()</c> and <c>Count(…) > 0</c>.</summary>
    private static IOperation Asked(IOperation returned)
    {
        var value = ValueForm.Peel(returned);
        return value is IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan or BinaryOperatorKind.NotEquals } comparison ? ValueForm.Peel(comparison.LeftOperand) : value;
    }

    private static string WithArguments(string text, IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && ValueText.IsPartOf(text, parameter.Name))
                return ValueText.Of(argument.Value) + text.Substring(parameter.Name.Length);
        }

        return text;
    }
}
