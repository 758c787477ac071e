using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.MissingObject;

/// <summary>Recognises look-ups that give nothing where there is nothing: <c>Find</c>, <c>FirstOrDefault</c>, own ones that say so by <c>T?</c>.</summary>
internal static class Lookups
{
    private const string Async = "Async";

    /// <summary>The look-up whose result an operation is; null where the result is always there, or of another origin.</summary>
    public static IInvocationOperation? Of(IOperation operation)
    {
        var value = operation.Unwrap();
        while (true)
        {
            switch (value)
            {
                case IAwaitOperation awaited:
                    value = awaited.Operation.Unwrap();
                    break;
                case IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } when task.Type?.UnwrapTask() is { } result && !SymbolEqualityComparer.Default.Equals(result, task.Type):
                    value = task.Unwrap();
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask", Instance: { } task }:
                    value = task.Unwrap();
                    break;
                case IInvocationOperation call:
                    return MayMiss(call) ? call : null;
                default:
                    return null;
            }
        }
    }

    private static bool MayMiss(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.ReturnType.UnwrapTask() is not { IsValueType: false, SpecialType: not SpecialType.System_String } result || method.ReturnsVoid)
            return false;
        if (call.Arguments.Any(argument => argument.Parameter?.Name == "defaultValue" && argument.ArgumentKind == ArgumentKind.Explicit))
            return false;
        // A type argument keeps the annotation of where it is written, so the definition tells more.
        var declared = method.OriginalDefinition.ReturnType.UnwrapTask();
        if (declared.NullableAnnotation == NullableAnnotation.Annotated && result.TypeKind != TypeKind.Dynamic)
            return true;
        return declared.NullableAnnotation == NullableAnnotation.None && IsNamedSo(method);
    }

    /// <summary>Names that say so in code without annotations.</summary>
    private static bool IsNamedSo(IMethodSymbol method)
    {
        var name = method.Name.EndsWith(Async, StringComparison.Ordinal) ? method.Name.Substring(0, method.Name.Length - Async.Length) : method.Name;
        return name.EndsWith("OrDefault", StringComparison.Ordinal) || name.EndsWith("OrNull", StringComparison.Ordinal)
            || name is "Find" or "FindById" or "FindByName" or "FindByEmail"
            || (name == "Get" && method.ContainingType.Name is "ISession" or "IStatelessSession");
    }
}
