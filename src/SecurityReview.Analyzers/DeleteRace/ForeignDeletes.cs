using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Ownership;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Storage;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>Recognises endpoints that delete a record with an owner by the id that the client sends, whoever the client is.</summary>
internal sealed class ForeignDeletes(KnownTypes types)
{
    /// <summary>Words of calls that may decide who may do it, where their code is not there to tell.</summary>
    private static readonly HashSet<string> s_decisions = new(StringComparer.OrdinalIgnoreCase) { "Allowed", "Can", "Ensure", "Verify", "Validate", "Role", "Roles" };

    private readonly EntryPoints _endpoints = EntryPoints.Of(types);
    private readonly QueryFilters _filters = QueryFilters.Of(types);
    private readonly EndpointProtection _protection = new(types);
    private readonly CheckMethods _checks = CheckMethods.Of(types);

    /// <summary>Whether a remote caller starts the function around an operation.</summary>
    public IMethodSymbol? EndpointAround(IOperation operation, ISymbol member)
    {
        if (FunctionBody.SymbolOf(operation, member) is { } inner && _endpoints.KindOf(inner) is not null)
            return inner;
        return member is IMethodSymbol outer && _endpoints.KindOf(outer) is not null ? outer : null;
    }

    /// <summary>The member of the entity that names its owner and that nothing in the function looks at; null where somebody does, or there is none.</summary>
    public string? ForgottenKey(IInvocationOperation call, ISymbol member, IMethodSymbol endpoint, DeleteScope scope, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        if (!scope.IsSingleRow || scope.Entity is not { } entity || vocabulary.IsExempt(entity) || (scope.Table is null && _filters.Restrict(entity)))
            return null;
        var keys = entity.SelfAndBaseTypes().SelectMany(type => type.GetMembers().OfType<IPropertySymbol>()).Where(property => OwnershipKeys.IsAlways(property.Name, vocabulary.Keys)).Select(property => property.Name).ToList();
        if (keys.Count == 0 || keys.Any(scope.Values.ContainsKey) || !IsByRequestedId(scope, endpoint))
            return null;
        if (PrivilegedScope.Contains(member, vocabulary) || _protection.Lets(endpoint, reads: false, vocabulary, cancellation))
            return null;
        // Conditions of queries are lambdas, so all functions within count.
        var before = FunctionBody.Of(call).DescendantsAndSelf().Where(operation => operation.Syntax.SpanStart < call.Syntax.Span.End);
        return before.Any(operation => Decides(operation, keys, vocabulary, cancellation)) ? null : keys[0];
    }

    /// <summary>A local that holds the caller's own value for a key, for the repair; null if none does.</summary>
    public static string? CallerLocal(IInvocationOperation call, DeleteScope scope, string key, OwnershipVocabulary vocabulary)
    {
        var type = scope.Entity?.SelfAndBaseTypes().SelectMany(current => current.GetMembers(key).OfType<IPropertySymbol>()).FirstOrDefault()?.Type;
        var isTenant = OwnershipKeys.NounOf(key) is "tenant" or "organization";
        return FunctionBody.Operations(FunctionBody.Of(call)).OfType<IVariableDeclaratorOperation>()
            .Where(declarator => declarator.Syntax.SpanStart < call.Syntax.SpanStart && SymbolEqualityComparer.Default.Equals(declarator.Symbol.Type, type)
                && isTenant == (PlainName.ContainsAny(PlainName.Of(declarator.Symbol.Name), ["tenant", "org"]))
                && declarator.GetVariableInitializer() is { Value: var value } && CallerIdentity.Read(value, vocabulary) is not null)
            .Select(declarator => declarator.Symbol.Name).FirstOrDefault();
    }

    private static bool IsByRequestedId(DeleteScope scope, IMethodSymbol endpoint) =>
        scope.Values.Values.Any(value => endpoint.Parameters.Any(parameter => ValueText.IsPartOf(value, parameter.Name)));

    private bool Decides(IOperation operation, List<string> keys, OwnershipVocabulary vocabulary, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } => CheckMethods.IsNamedSo(method) || _checks.Contains(method, vocabulary, cancellation)
            || ((method.IsAbstract || !method.HasSource()) && NameWords.Of(method.Name).Any(s_decisions.Contains)),
        IPropertyReferenceOperation property => keys.Contains(property.Property.Name),
        _ => false,
    };
}
