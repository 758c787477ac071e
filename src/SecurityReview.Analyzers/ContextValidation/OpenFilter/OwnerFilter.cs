using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.OpenFilter;

/// <summary>A comparison of an element's ownership key with the caller's identity, in the predicate of a query or of the model.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Key">The read of the element's key.</param>
/// <param name="Identity">What it is compared with, below aliases and changes of form.</param>
/// <param name="Lambda">The predicate.</param>
/// <param name="IsOfModel">Whether the predicate holds for every query of the entity.</param>
internal sealed record OwnerFilter(IOperation Comparison, IMemberReferenceOperation Key, IOperation Identity, IAnonymousFunctionOperation Lambda, bool IsOfModel)
{
    /// <summary>The filter that a comparison is; null where it is none.</summary>
    public static OwnerFilter? Of(IOperation comparison, OwnershipVocabulary vocabulary)
    {
        if (OperandsOf(comparison) is not var (left, right))
            return null;
        return Of(comparison, left, right, vocabulary) ?? Of(comparison, right, left, vocabulary);
    }

    /// <summary>The operands of an equality; null for everything else.</summary>
    public static (IOperation Left, IOperation Right)? OperandsOf(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => (equality.LeftOperand, equality.RightOperand),
        IInvocationOperation { TargetMethod: { Name: "Equals", IsStatic: false, Parameters.Length: 1 }, Instance: { } instance } equals => (instance, equals.Arguments[0].Value),
        _ => null,
    };

    private static OwnerFilter? Of(IOperation comparison, IOperation keySide, IOperation identitySide, OwnershipVocabulary vocabulary)
    {
        if (KeyOf(keySide) is not var (key, element) || !OwnershipKeys.IsWithEvidence(key.Member.Name, vocabulary.Keys))
            return null;
        if (LambdaOf(comparison, element) is not { } lambda || vocabulary.IsExempt(element.Type) || vocabulary.IsExempt(key.Member.ContainingType))
            return null;
        var isOfModel = IsModelFilter(lambda);
        return AmbientIdentity.Of(identitySide, isOfModel, vocabulary) is { } identity ? new OwnerFilter(comparison, key, identity, lambda, isOfModel) : null;
    }

    /// <summary>The member of a lambda's parameter, also through a navigation.</summary>
    private static (IMemberReferenceOperation Key, IParameterSymbol Element)? KeyOf(IOperation side)
    {
        var value = side.Unwrap();
        if (value is IPropertyReferenceOperation { Property.Name: "Value", Instance: { } nullable } && nullable.Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            value = nullable.Unwrap();
        if (value is not IMemberReferenceOperation { Member: IPropertySymbol { IsIndexer: false } or IFieldSymbol } key)
            return null;
        var root = key.Instance?.Unwrap();
        while (root is IMemberReferenceOperation { Instance: { } instance })
            root = instance.Unwrap();
        return root is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } parameter } ? (key, parameter) : null;
    }

    private static IAnonymousFunctionOperation? LambdaOf(IOperation comparison, IParameterSymbol element)
    {
        for (var current = comparison.Parent; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation lambda && lambda.Symbol.Parameters.Contains(element, SymbolEqualityComparer.Default))
                return lambda;
        }

        return null;
    }

    private static bool IsModelFilter(IOperation lambda)
    {
        for (var current = lambda.Parent; current is not null and not IAnonymousFunctionOperation; current = current.Parent)
        {
            if (current is IInvocationOperation { TargetMethod.Name: var name })
                return name.EndsWith("QueryFilter", StringComparison.Ordinal);
        }

        return false;
    }
}
