using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.OpenFilter;

/// <summary>What keeps a filter closed although it is conditional: the other branch refuses, gives nothing, or filters too; or nobody without identity gets here.</summary>
internal static class Refusals
{
    private static readonly string[] s_guards = ["ThrowIf", "Ensure", "Against", "NotNull", "Require", "Demand", "IsNotNull", "NotEmpty"];

    /// <summary>Whether a branch shows no more than the filter would.</summary>
    public static bool IsClosed(IOperation? branch) => branch is not null && FunctionBody.Operations(branch).Any(static operation => operation switch
    {
        IThrowOperation => true,
        IReturnOperation { ReturnedValue: { } value } => DenyExit.Denies(value) || IsEmpty(value),
        IInvocationOperation call => call.TargetMethod.Name == "Empty" || (call.TargetMethod.Name == "Where" && call.Arguments.Any(static argument => Narrows(argument.Value))) || DenyExit.Denies(call),
        _ => false,
    });

    /// <summary>Whether the identity is demanded before a place: a guard that refuses, a call that throws, or <c>?? throw</c> where it was made.</summary>
    public static bool DemandBefore(IOperation place, IOperation identity)
    {
        for (var function = FunctionBody.Of(place); ; function = FunctionBody.Of(function.Parent))
        {
            if (FunctionBody.Operations(function).TakeWhile(operation => operation.Syntax.SpanStart < place.Syntax.SpanStart).Any(operation => Demands(operation, place, identity)))
                return true;
            if (function.Parent is null)
                return false;
        }
    }

    private static bool Demands(IOperation operation, IOperation place, IOperation identity) => operation switch
    {
        IConditionalOperation guard => !guard.Syntax.Span.Contains(place.Syntax.Span) && Leaves(guard.WhenTrue) && guard.Condition.DescendantsAndSelf().Any(part => PresenceTest.Of(part) is { PresentWhenTrue: false } test && test.IsAbout(identity)),
        IInvocationOperation call => call.Arguments.Any(argument => PresenceTest.IsSame(argument.Value, identity)) && s_guards.Any(word => call.TargetMethod.Name.StartsWith(word, StringComparison.Ordinal) || call.TargetMethod.ContainingType.Name is "Guard"),
        ICoalesceOperation { WhenNull: var otherwise } coalesce => otherwise.Unwrap() is IThrowOperation && PresenceTest.IsSame(coalesce.Value, identity),
        _ => false,
    };

    /// <summary>A condition on the owner, on what is open to all, or one that nothing meets.</summary>
    private static bool Narrows(IOperation predicate) => predicate.DescendantsAndSelf().Any(static part =>
        (part is IPropertyReferenceOperation { Property.Name: var name } && (OwnershipKeys.IsWithEvidence(name, ImmutableArray<string>.Empty) || PrivilegeNames.IsDecision(PlainName.Of(name)) || PlainName.Of(name).Contains("publish"))) ||
        (part is IReturnOperation { ReturnedValue: { ConstantValue: { HasValue: true, Value: false } } }));

    private static bool Leaves(IOperation branch) => FunctionBody.Operations(branch).Any(static operation =>
        operation is IThrowOperation or IReturnOperation { ReturnedValue: null } || (operation is IReturnOperation { ReturnedValue: { } value } && (DenyExit.Denies(value) || IsEmpty(value))));

    /// <summary><c>[]</c>, <c>Array.Empty&lt;T&gt;()</c>, <c>new List&lt;T&gt;()</c>, also as the content of a result.</summary>
    private static bool IsEmpty(IOperation value) => value.Unwrap() switch
    {
        IInvocationOperation { TargetMethod.Name: "Empty" } => true,
        IInvocationOperation { Arguments.Length: 1 } call => IsEmpty(call.Arguments[0].Value),
        IObjectCreationOperation { Arguments.Length: 0, Initializer: null } => true,
        IArrayCreationOperation { Initializer: null or { ElementValues.Length: 0 } } => true,
        { Syntax: CollectionExpressionSyntax { Elements.Count: 0 } } => true,
        IMemberReferenceOperation { Member.Name: "Empty" } => true,
        _ => false,
    };
}
