using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.FailOpen;

/// <summary>Whether tried code is the check itself, and not something beside it, such as an audit entry.</summary>
internal static class CheckingCode
{
    private static readonly HashSet<string> s_verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "validate", "verify", "check", "ensure", "authorize", "authorise", "authenticate", "demand", "assert", "require", "is", "has", "can", "may", "decrypt", "unprotect",
        "throw", "enforce", "guard", "build",
    };

    private static readonly string[] s_refusals = ["Unauthorized", "Forbid", "Challenge", "Status401", "Status403"];

    /// <summary>Whether tried code refuses somebody: whatever it is called, it is a guard then.</summary>
    public static bool Refuses(IOperation tried) => FunctionBody.Operations(tried).Any(static operation => operation switch
    {
        IInvocationOperation call => IsRefusal(call.TargetMethod.Name),
        IObjectCreationOperation { Type: { } type } => IsRefusal(type.Name),
        IFieldReferenceOperation field => IsRefusal(field.Field.Name),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "StatusCode" }, Value.ConstantValue: { HasValue: true, Value: 401 or 403 } } => true,
        _ => false,
    });

    private static bool IsRefusal(string name) => s_refusals.Any(word => name.StartsWith(word, StringComparison.Ordinal));

    public static bool Is(IOperation tried) => Refuses(tried) || FunctionBody.Operations(tried).Any(static operation => operation switch
    {
        IThrowOperation => true,
        IReturnOperation { ReturnedValue: { } value } => DenyExit.Denies(value),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Result" } } => true,
        IInvocationOperation call => NameWords.Of(call.TargetMethod.Name) is { IsEmpty: false } words && s_verbs.Contains(words[0]),
        _ => false,
    });
}
