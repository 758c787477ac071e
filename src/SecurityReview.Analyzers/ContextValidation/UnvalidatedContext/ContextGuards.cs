using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.OpenFilter;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.UnvalidatedContext;

/// <summary>Whether a context is validated before it is used: here, by all callers, or by its type.</summary>
internal sealed class ContextGuards(KnownTypes types)
{
    private const int MaximumDepth = 2;

    private static readonly string[] s_validations = ["validat", "ensure", "verif", "check", "require", "demand", "throwif", "guard", "assert", "notnull", "notempty", "against", "isnotnull"];

    private static readonly string[] s_states = ["isvalid", "isauthenticated", "isanonymous", "isknown", "hasuser", "hastenant", "hasidentity", "isguest", "isempty", "isloggedin", "issignedin", "isinitialized"];

    private readonly AuthenticatedCode _authenticated = AuthenticatedCode.Of(types);
    private readonly KnownGaps _gaps = new(types);

    /// <summary>Whether a use is safe.</summary>
    public bool Cover(ContextUse use, ISymbol member, CancellationToken cancellation) =>
        !_gaps.MayBeMissing(use, cancellation) || ValidatesItself(use.Read.Member) || IsKeyKnown(use) || IsGuarded(use.Read, use.Read.Instance, use.Read.Member) || _authenticated.Contains(use.Read, member, cancellation) ||
        (use.Source is { } parameter && AllCallersGuard(parameter, use.Read.Member, use.Read, member, MaximumDepth, cancellation));

    /// <summary>Nobody is not equal to an owner that is known to be there.</summary>
    private static bool IsKeyKnown(ContextUse use) => ReferencePath.Of(use.Key) is { } key && FunctionBody.Operations(FunctionBody.Of(use.Key)).Any(operation =>
        operation.Syntax.SpanStart < use.Key.Syntax.Span.End && PresenceTest.Of(operation) is { Operand: var operand } && key.Equals(ReferencePath.Of(ValueForm.Peel(operand))));

    /// <summary>Whether anything before the end of a place asks if the identity is there, or if the context is valid.</summary>
    private static bool IsGuarded(IOperation place, IOperation? context, ISymbol identity)
    {
        if (context is IConditionalAccessInstanceOperation conditional)
            context = conditional.ConditionalReceiver();
        var contextPath = ReferencePath.Of(context);
        for (var function = FunctionBody.Of(place); ; function = FunctionBody.Of(function.Parent))
        {
            foreach (var operation in FunctionBody.Operations(function))
            {
                if (operation.Syntax.SpanStart < place.Syntax.Span.End && Asks(operation, contextPath, identity))
                    return true;
            }

            if (function.Parent is null)
                return false;
        }
    }

    private static bool Asks(IOperation operation, ReferencePath? context, ISymbol identity) => operation switch
    {
        IInvocationOperation call => PlainName.StartsWithAny(PlainName.Of(call.TargetMethod.Name), s_validations) &&
            (IsContext(call.Instance, context) || call.Arguments.Any(argument => IsContext(argument.Value, context) || IsIdentity(argument.Value, context, identity))) || AsksPresence(call, context, identity),
        IPropertyReferenceOperation { Property.Name: var name } property when PlainName.StartsWithAny(PlainName.Of(name), s_states) => IsContext(property.Instance, context),
        ICoalesceOperation coalesce => IsIdentity(coalesce.Value, context, identity) || IsContext(coalesce.Value, context),
        IBinaryOperation or IIsPatternOperation or IPropertyReferenceOperation => AsksPresence(operation, context, identity),
        _ => false,
    };

    private static bool AsksPresence(IOperation operation, ReferencePath? context, ISymbol identity) =>
        PresenceTest.Of(operation) is { Operand: var operand } && (IsIdentity(operand, context, identity) || (IsContext(operand, context) && (IsOblivious(identity) || AsksMembers(operation))));

    /// <summary><c>context is { UserId: { } }</c>.</summary>
    private static bool AsksMembers(IOperation operation) => operation.DescendantsAndSelf().Any(static part => part is IPropertySubpatternOperation);

    private static bool IsOblivious(ISymbol identity) => identity is IPropertySymbol { NullableAnnotation: NullableAnnotation.None } or IFieldSymbol { NullableAnnotation: NullableAnnotation.None };

    private static bool IsContext(IOperation? operation, ReferencePath? context) => operation is not null && context is not null && context.Equals(ReferencePath.Of(ValueForm.Peel(operation)));

    private static bool IsIdentity(IOperation operation, ReferencePath? context, ISymbol identity) =>
        AmbientIdentity.Bare(operation) is IMemberReferenceOperation member && SymbolEqualityComparer.Default.Equals(member.Member, identity) &&
        (context is null || IsContext(member.Instance is IConditionalAccessInstanceOperation conditional ? conditional.ConditionalReceiver() : member.Instance, context));

    private bool AllCallersGuard(IParameterSymbol parameter, ISymbol identity, IOperation body, ISymbol member, int depth, CancellationToken cancellation)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol method)
            return false;
        var sites = CallSites.Of(method, body, member, types.Compilation, cancellation);
        return !sites.IsEmpty && sites.All(site =>
            site.Call.ArgumentFor(parameter.Ordinal)?.Value is { } given &&
            (IsMadeValid(given, identity) || IsGuarded(site.Call, given, identity) || _authenticated.Contains(site.Call, site.Member, cancellation) ||
                (depth > 0 && given.Unwrap() is IParameterReferenceOperation { Parameter: var handed } && AllCallersGuard(handed, identity, site.Call, site.Member, depth - 1, cancellation))));
    }

    /// <summary><c>new Context { UserId = id }</c>, <c>new Context(id)</c> of a value that is there.</summary>
    private static bool IsMadeValid(IOperation given, ISymbol identity)
    {
        if (ValueForm.Peel(given) is ILocalReferenceOperation local && SingleAssignment.ValueOf(local.Local, local) is { } assigned)
            given = assigned;
        if (given.Unwrap() is not IObjectCreationOperation creation)
            return false;
        var value = creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().FirstOrDefault(member => member.Target is IMemberReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Member, identity))?.Value
            ?? creation.Arguments.FirstOrDefault(argument => string.Equals(argument.Parameter?.Name, identity.Name, StringComparison.OrdinalIgnoreCase))?.Value;
        return value is not null && (value.ConstantValue is { HasValue: true, Value: not null } || value.SemanticModel?.GetTypeInfo(value.Unwrap().Syntax).Nullability.FlowState == NullableFlowState.NotNull);
    }

    /// <summary>Whether no object of the type exists without: every constructor throws, and nobody sets the member later.</summary>
    private static bool ValidatesItself(ISymbol identity)
    {
        if (identity is IPropertySymbol { SetMethod: { IsInitOnly: false, DeclaredAccessibility: not Accessibility.Private } } or IFieldSymbol { IsReadOnly: false } || identity.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type)
            return false;
        var constructors = type.InstanceConstructors.Where(static constructor => !constructor.IsImplicitlyDeclared).ToImmutableArray();
        return !constructors.IsEmpty && constructors.All(constructor => constructor.DeclaringSyntaxReferences.Any(static reference => Throws(reference.GetSyntax())));
    }

    private static bool Throws(SyntaxNode constructor) => constructor.DescendantNodes().Any(static node => node.IsKind(SyntaxKind.ThrowStatement) || node.IsKind(SyntaxKind.ThrowExpression) ||
        node is Microsoft.CodeAnalysis.CSharp.Syntax.InvocationExpressionSyntax call && PlainName.ContainsAny(PlainName.Of(call.Expression.ToString()), ["throwif", "guard", "notnull", "ensure", "require", "validate"]));
}
