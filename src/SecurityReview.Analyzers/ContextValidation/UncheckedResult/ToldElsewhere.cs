using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.UncheckedResult;

/// <summary>
/// Whether a check says the same in another place that the code looks at: the model state, a list of errors that it was given, an <c>out</c>
/// parameter, a member of its own, the context of the framework's pipeline.
/// </summary>
internal sealed class ToldElsewhere(CheckBodies bodies)
{
    private static readonly HashSet<string> s_outcomes = new(StringComparer.Ordinal)
    {
        "Fail", "Succeed", "AddError", "AddErrors", "AddModelError", "AddFailure", "Reject", "Errors", "HasErrors", "IsValid",
    };

    public bool Is(IInvocationOperation call, CheckKind kind, CancellationToken cancellation)
    {
        var function = FunctionBody.Of(call);
        var later = FunctionBody.Operations(function).Where(operation => operation.Syntax.SpanStart >= call.Syntax.Span.End).ToList();
        if (call.Arguments.Any(argument => IsToldBy(argument, call, later)))
            return true;
        if (kind == CheckKind.Validation)
            return later.Any(static operation => operation is IPropertyReferenceOperation { Property.Name: "ModelState" });
        var written = bodies.MembersWritten(call, cancellation).ToList();
        return written.Count > 0 && later.Any(operation => operation is IMemberReferenceOperation { Member: var member } && written.Contains(member, SymbolEqualityComparer.Default));
    }

    private static bool IsToldBy(IArgumentOperation argument, IInvocationOperation call, List<IOperation> later)
    {
        if (argument.Parameter is not { } parameter)
            return false;
        var value = argument.Value.Unwrap();
        if (value is IDeclarationExpressionOperation { Expression: var declared })
            value = declared;
        if (parameter.RefKind is RefKind.Out or RefKind.Ref)
            return IsReadLater(value, later);
        if (value.Type is not { } type)
            return false;
        if (IsPipelineContext(type))
            return true;
        return !ReferenceEquals(call.Receiver(), argument.Value) && (IsCollection(type) || HasOutcome(type)) && IsReadLater(value, later);
    }

    private static bool IsReadLater(IOperation value, List<IOperation> later) =>
        ReferencePath.Of(value) is { } path && later.Any(operation => path.Equals(ReferencePath.Of(operation)));

    /// <summary>What filters, handlers and events are given: they refuse by what they leave in it.</summary>
    private static bool IsPipelineContext(ITypeSymbol type) =>
        type.Name.EndsWith("Context", StringComparison.Ordinal) && type.SelfAndBaseTypes().Any(static current =>
            current.Name is "FilterContext" or "AuthorizationHandlerContext" or "AuthorizationFilterContext" or "BaseContext" or "HttpActionContext");

    private static bool IsCollection(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String && type is IArrayTypeSymbol or INamedTypeSymbol && type.AllInterfaces.Any(static item => item.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_ICollection_T) ||
        type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_ICollection_T or SpecialType.System_Collections_Generic_IList_T;

    private static bool HasOutcome(ITypeSymbol type) =>
        type.SelfAndBaseTypes().Concat(type.AllInterfaces).Any(static current => current.SpecialType == SpecialType.None && current.GetMembers().Any(static member => s_outcomes.Contains(member.Name)));
}
