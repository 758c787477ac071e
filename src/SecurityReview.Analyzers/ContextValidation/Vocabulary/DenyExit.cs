using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Vocabulary;

/// <summary>Recognises the ways in which code turns a caller away.</summary>
internal static class DenyExit
{
    private static readonly string[] s_words =
        ["forbid", "forbidden", "notfound", "unauthorized", "unauthorised", "challenge", "problem", "badrequest", "denied", "deny", "fail", "error",
         "invalid", "statuscode", "status401", "status403", "status404"];

    /// <summary>Whether a block leaves the function by throwing, or with an answer that denies.</summary>
    public static bool Ends(BasicBlock block) => block.FallThroughSuccessor?.Semantics switch
    {
        ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow => true,
        ControlFlowBranchSemantics.Return => block.BranchValue is { } value && Denies(value),
        _ => false,
    };

    /// <summary>Whether a result denies: <c>Forbid()</c>, <c>Results.NotFound()</c>, <c>new ForbidResult()</c>, <c>false</c>, <c>null</c>.</summary>
    public static bool Denies(IOperation result)
    {
        var value = result.Unwrap();
        if (value.ConstantValue is { HasValue: true, Value: null or false })
            return true;
        return value switch
        {
            IInvocationOperation { TargetMethod.Name: "FromResult", Arguments.Length: 1 } call => Denies(call.Arguments[0].Value),
            IInvocationOperation call => IsNamedSo(call.TargetMethod.Name),
            IObjectCreationOperation creation => creation.Type is { } type && (IsNamedSo(type.Name) || creation.Arguments.Any(argument => Denies(argument.Value))),
            IFieldReferenceOperation field => IsNamedSo(field.Field.Name),
            IPropertyReferenceOperation property => IsNamedSo(property.Property.Name),
            IAwaitOperation awaited => Denies(awaited.Operation),
            IDefaultValueOperation => true,
            _ => false,
        };
    }

    private static bool IsNamedSo(string name) => PlainName.ContainsAny(PlainName.Of(name), s_words);
}
