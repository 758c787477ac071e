using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>Methods of the program that map a handler which they are given, as <c>MapGet</c> does, and may say who may call it.</summary>
internal sealed class WrappedMappings(KnownTypes types)
{
    private readonly AppliedConventions _conventions = new(types);
    private readonly BuilderReferences _references = new(types.Compilation);

    /// <summary>What is said on the mappings within such a method.</summary>
    public ImmutableArray<AuthorizationDemand> DemandsOf(IMethodSymbol method)
    {
        if (_references.BodyOf(method) is not { } body)
            return ImmutableArray<AuthorizationDemand>.Empty;
        var demands = ImmutableArray.CreateBuilder<AuthorizationDemand>();
        foreach (var call in body.Descendants().OfType<IInvocationOperation>())
        {
            if (call.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal) && call.Arguments.Any(static argument => argument.Value is IParameterReferenceOperation { Parameter.Ordinal: > 0, Parameter.Type.TypeKind: TypeKind.Delegate or TypeKind.Class }))
                demands.AddRange(_conventions.On(call));
        }

        return demands.ToImmutable();
    }
}
