using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecurityReview.Analyzers.Vocabulary;

/// <summary>Lambdas that a framework asks whether a certificate, a token or a caller is to be trusted.</summary>
internal static class SecurityCallbacks
{
    /// <summary>Whether a lambda is such a callback: by the delegate's type, or by the property or parameter that it is given to.</summary>
    public static bool Contains(IOperation lambda)
    {
        for (var current = lambda.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IDelegateCreationOperation { Type: { } type } when IsNamedSo(type.Name):
                    return true;
                case IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation:
                    continue;
                case IAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: var member } }:
                    return IsNamedSo(member);
                case IArgumentOperation { Parameter.Name: var parameter } argument:
                    return IsNamedSo(parameter) || argument.Parent is IInvocationOperation { TargetMethod.Name: "RequireAssertion" };
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return IsNamedSo(declarator.Symbol.Type.Name);
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary><c>RemoteCertificateValidationCallback</c>, <c>ServerCertificateCustomValidationCallback</c>, <c>LifetimeValidator</c>.</summary>
    private static bool IsNamedSo(string name) =>
        (name.IndexOf("Certificate", StringComparison.OrdinalIgnoreCase) >= 0 && name.IndexOf("Validat", StringComparison.OrdinalIgnoreCase) >= 0) ||
        name is "LifetimeValidator" or "LifetimeValidatorUsingConfiguration" or "TokenReplayValidator" or "IssuerSigningKeyValidator" or "IssuerSigningKeyValidatorUsingConfiguration";
}
