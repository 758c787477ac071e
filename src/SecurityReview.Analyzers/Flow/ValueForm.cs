using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Flow;

/// <summary>Code that changes the form of a value and not what it says: conversions, <c>ToString()</c>, <c>Guid.Parse(…)</c>, <c>?? throw</c>.</summary>
internal static class ValueForm
{
    private static readonly HashSet<string> s_sameText = new(StringComparer.Ordinal)
    {
        "ToString", "Trim", "ToLower", "ToLowerInvariant", "ToUpper", "ToUpperInvariant", "GetValueOrDefault",
    };

    private static readonly HashSet<string> s_parses = new(StringComparer.Ordinal) { "Parse", "ParseExact", "ToInt16", "ToInt32", "ToInt64", "ToGuid", "From", "FromString" };

    /// <summary>The operation whose value this one only puts into another form.</summary>
    public static IOperation Peel(IOperation operation)
    {
        for (var current = operation.Unwrap(); ;)
        {
            if (Inner(current)?.Unwrap() is not { } inner)
                return current;
            current = inner;
        }
    }

    /// <summary>Whether the parent of an operation only puts its value into another form.</summary>
    public static bool IsForm(IOperation parent, IOperation child) => parent switch
    {
        IConversionOperation or IParenthesizedOperation or IAwaitOperation => true,
        ICoalesceOperation => true,
        IArgumentOperation { Parent: { } call } => Inner(call) is { } inner && ReferenceEquals(inner, child),
        _ => Inner(parent) is { } inner && (ReferenceEquals(inner, child) || IsArgument(parent, child)),
    };

    private static bool IsArgument(IOperation call, IOperation child) => child is IArgumentOperation argument && ReferenceEquals(Inner(call), argument.Value);

    private static IOperation? Inner(IOperation operation) => operation switch
    {
        ICoalesceOperation coalesce => coalesce.Value,
        IAwaitOperation awaited => awaited.Operation,
        IConditionalAccessOperation access => access.WhenNotNull,
        IConditionalAccessInstanceOperation instance => instance.ConditionalReceiver(),
        IPropertyReferenceOperation { Property.Name: "Value", Instance: { Type: { } holder } instance } when IsHolder(holder) => instance,
        IInvocationOperation { Instance: { } instance } call when s_sameText.Contains(call.TargetMethod.Name) => instance,
        IInvocationOperation { TargetMethod.IsStatic: true, Arguments.Length: > 0 } call when s_parses.Contains(call.TargetMethod.Name) => First(call.Arguments),
        IObjectCreationOperation { Type.IsValueType: true, Arguments.Length: 1, Initializer: null } creation => creation.Arguments[0].Value,
        _ => null,
    };

    private static IOperation? First(IEnumerable<IArgumentOperation> arguments) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value;

    private static bool IsHolder(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ||
        type.Name is "Claim" or "StringValues" || (type.IsValueType && type.Name.EndsWith("Id", StringComparison.Ordinal));
}
