using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Lattice;

namespace SecurityReview.Analyzers.Taint.Transfer;

/// <content>Awaiting: a task is its result; anything else is what its awaiter gives.</content>
internal sealed partial class TransferFunction
{
    private AbstractValue EvaluateAwait(IAwaitOperation awaited)
    {
        var value = Evaluate(awaited.Operation);
        if (awaited.Syntax is not AwaitExpressionSyntax syntax || IsTask(awaited.Operation.Type))
            return value;
        var pattern = ForeignModels.Of(_context.Types.Compilation, syntax.SyntaxTree).GetAwaitExpressionInfo(syntax);
        if (pattern is not { GetAwaiterMethod: { } getAwaiter, GetResultMethod: { } getResult })
            return value;
        var arguments = getAwaiter is { IsStatic: true, Parameters.Length: 1 } ? Argument(getAwaiter.Parameters[0], value) : s_noArguments;
        var awaiter = CallBodies(getAwaiter, value, arguments, awaited, awaited.Operation.Type, isVirtual: true) ?? value;
        return CallBodies(getResult, awaiter, s_noArguments, awaited, getAwaiter.ReturnType, isVirtual: true) ?? awaiter;
    }

    /// <summary>The awaitables of the framework that only wait for what they were made of.</summary>
    private static bool IsTask(ITypeSymbol? type) =>
        type is null or { Name: "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" or "YieldAwaitable", DeclaringSyntaxReferences.IsEmpty: true };

    private static Dictionary<IParameterSymbol, AbstractValue> Argument(IParameterSymbol parameter, AbstractValue value) =>
        new(SymbolEqualityComparer.Default) { [parameter] = value };
}
