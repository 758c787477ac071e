using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.OpenFilter;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.UnvalidatedContext;

/// <summary>An identity of a context that is passed in, or comes from an accessor, and is compared with an ownership key as it is.</summary>
/// <param name="Read">The read of the context's member.</param>
/// <param name="Side">The operand of the comparison that it is.</param>
/// <param name="Key">The owner on the other side.</param>
/// <param name="Source">The parameter that the context is; null where it comes from an accessor.</param>
internal sealed record ContextUse(IMemberReferenceOperation Read, IOperation Side, IOperation Key, IParameterSymbol? Source)
{
    private static readonly string[] s_accessors = ["accessor", "provider", "factory", "resolver"];

    /// <summary>The use in a comparison; null where it compares something else, or an identity that cannot be missing.</summary>
    public static ContextUse? Of(IOperation comparison, OwnershipVocabulary vocabulary)
    {
        if (OperandsOf(comparison) is not var (left, right))
            return null;
        if (IsKey(right, vocabulary) && Of(left, ValueForm.Peel(right), comparison, vocabulary) is { } onLeft)
            return onLeft;
        return IsKey(left, vocabulary) ? Of(right, ValueForm.Peel(left), comparison, vocabulary) : null;
    }

    /// <summary>What to check: the read with its <c>?.</c>, or the local that holds it.</summary>
    public SyntaxNode Place
    {
        get
        {
            var read = Read.Syntax is MemberBindingExpressionSyntax && Read.Syntax.Parent is ConditionalAccessExpressionSyntax access ? access : Read.Syntax;
            return Side.Syntax.Span.Contains(read.Span) ? read : Side.Unwrap().Syntax;
        }
    }

    /// <summary>Whether an operation may be such a comparison, by its kind alone.</summary>
    public static bool MayBe(IOperation operation) => OperandsOf(operation) is not null;

    private static (IOperation, IOperation)? OperandsOf(IOperation operation) =>
        operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } different ? (different.LeftOperand, different.RightOperand) : OwnerFilter.OperandsOf(operation);

    private static ContextUse? Of(IOperation side, IOperation key, IOperation comparison, OwnershipVocabulary vocabulary)
    {
        if (AmbientIdentity.Bare(side) is not IMemberReferenceOperation { Member: IPropertySymbol { IsIndexer: false } or IFieldSymbol, Instance: { Type: { } type } instance } read)
            return null;
        var isConditional = instance is IConditionalAccessInstanceOperation;
        var receiver = isConditional ? ((IConditionalAccessInstanceOperation)instance).ConditionalReceiver()?.Unwrap() : instance.Unwrap();
        if (receiver is null || !vocabulary.IsContext(type, NameOf(receiver)) || (ContextTraitReader.OfMember(read.Member, type) & ContextTraits.Keys) == 0)
            return null;
        if (!isConditional && !MayBeMissing(side, read))
            return null;
        if (receiver is IParameterReferenceOperation { Parameter: var parameter })
            return IsOpenToCallers(parameter, comparison) ? new ContextUse(read, side, key, parameter) : null;
        return IsFromAccessor(receiver) ? new ContextUse(read, side, key, null) : null;
    }

    /// <summary>Value types count as given; annotations, and what the compiler knows at this place, can exclude it.</summary>
    private static bool MayBeMissing(IOperation side, IMemberReferenceOperation read)
    {
        var type = read.Type;
        if (type is null || (type.IsValueType && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T))
            return false;
        if (!type.IsValueType && Annotation(read.Member) == NullableAnnotation.NotAnnotated)
            return false;
        return side.SemanticModel?.GetTypeInfo(side.Unwrap().Syntax).Nullability.FlowState != NullableFlowState.NotNull;
    }

    private static NullableAnnotation Annotation(ISymbol member) => member is IPropertySymbol property ? property.NullableAnnotation : ((IFieldSymbol)member).NullableAnnotation;

    /// <summary>A parameter of a method that others can call, not of a lambda or a private one.</summary>
    private static bool IsOpenToCallers(IParameterSymbol parameter, IOperation inside) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method && inside.Root() is not null &&
        method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static bool IsFromAccessor(IOperation receiver)
    {
        if (receiver is ILocalReferenceOperation local && SingleAssignment.ValueOf(local.Local, local) is { } assigned)
            receiver = ValueForm.Peel(assigned);
        var holder = receiver switch
        {
            IMemberReferenceOperation { Instance: { } instance } => instance.Type,
            IInvocationOperation { Instance: { } instance } => instance.Type,
            _ => null,
        };
        return holder is not null && PlainName.EndsWithAny(PlainName.Of(holder.Name), s_accessors);
    }

    private static bool IsKey(IOperation side, OwnershipVocabulary vocabulary) =>
        ValueForm.Peel(side) is IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol, Instance: { Type: { } holder } instance } key && OwnershipKeys.IsWithEvidence(key.Member.Name, vocabulary.Keys) &&
        !vocabulary.IsContext(holder, NameOf(instance.Unwrap())) && !vocabulary.IsExempt(holder);

    private static string NameOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation member => member.Member.Name,
        _ => "",
    };
}
