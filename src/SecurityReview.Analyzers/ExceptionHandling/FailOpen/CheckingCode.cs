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

    public static bool Is(IOperation tried) => FunctionBody.Operations(tried).Any(static operation => operation switch
    {
        IThrowOperation => true,
        IReturnOperation { ReturnedValue: { } value } => DenyExit.Denies(value),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "Result" } } => true,
        IInvocationOperation call => NameWords.Of(call.TargetMethod.Name) is { IsEmpty: false } words && s_verbs.Contains(words[0]),
        _ => false,
    });
}
