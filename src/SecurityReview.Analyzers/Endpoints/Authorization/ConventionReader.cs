using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints.Authorization;

/// <summary>What a call on a route, a group or all controllers says about who may call: <c>RequireAuthorization("admin")</c>, <c>AllowAnonymous()</c>.</summary>
internal sealed class ConventionReader(KnownTypes types)
{
    /// <summary>Calls that begin with Require and ask for something else.</summary>
    private static readonly HashSet<string> s_others = new(StringComparer.Ordinal) { "RequireHost", "RequireCors", "RequireRateLimiting", "RequireAntiforgery", "RequireHttps" };

    private readonly AuthorizationTypes _authorization = AuthorizationTypes.Of(types);
    private readonly Policies _policies = Policies.Of(types);
    private readonly DemandReader _reader = new(types);

    /// <summary>The demands of one call; empty where it says nothing of callers. Each policy is one.</summary>
    public ImmutableArray<AuthorizationDemand> Read(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        var demand = new AuthorizationDemand($"{name}{ArgumentsOf(call)}", call.Syntax.GetLocation()) { IsConditional = IsConditional(call) };
        switch (name)
        {
            case "AllowAnonymous" or "AllowAnonymousAccess":
                return ImmutableArray.Create(demand with { Allows = true });
            case "RequireAuthorization":
                return WithPolicies(call, demand);
            case "WithMetadata" or "Add" or "Finally":
                return call.Descendants().OfType<IObjectCreationOperation>().Select(made => Made(made, demand)).OfType<AuthorizationDemand>().ToImmutableArray();
            case "AddEndpointFilter" or "AddEndpointFilterFactory":
                return Filter(call, demand) is { } filter ? ImmutableArray.Create(filter) : ImmutableArray<AuthorizationDemand>.Empty;
            default:
                return IsOwnDemand(call, name)
                    ? ImmutableArray.Create(demand with { IsOwn = true, DemandsMore = AuthorizationWords.SpeakOfPrivilege(name) })
                    : ImmutableArray<AuthorizationDemand>.Empty;
        }
    }

    private ImmutableArray<AuthorizationDemand> WithPolicies(IInvocationOperation call, AuthorizationDemand demand)
    {
        var given = call.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && !ReferenceEquals(argument.Value, call.Receiver()))
            .SelectMany(static argument => ElementsOf(argument.Value)).ToList();
        return given.Count == 0
            ? ImmutableArray.Create(DemandReader.With(demand, _policies.Default))
            : given.Select(value => Terms(value, demand)).ToImmutableArray();
    }

    private static IEnumerable<IOperation> ElementsOf(IOperation value) => value.Unwrap() switch
    {
        IArrayCreationOperation array => array.Initializer?.ElementValues.Select(static element => element.Unwrap()) ?? [],
        var single => [single],
    };

    private AuthorizationDemand Terms(IOperation value, AuthorizationDemand demand) => value switch
    {
        { ConstantValue: { HasValue: true, Value: string policy } } => DemandReader.With(demand, _policies.Named(policy)),
        IObjectCreationOperation made => Made(made, demand) ?? demand,
        { Syntax: ExpressionSyntax syntax } => DemandReader.With(demand, PolicyReader.Read(syntax, types.Compilation)),
        _ => demand with { DemandsMore = true },
    };

    /// <summary>What <c>new AuthorizeAttribute("policy") { Roles = "Admin" }</c> asks for; null for other objects.</summary>
    private AuthorizationDemand? Made(IObjectCreationOperation made, AuthorizationDemand demand)
    {
        if (made.Type is not { } type)
            return null;
        if (_authorization.Allow(type))
            return demand with { Allows = true };
        if (!_authorization.Demand(type))
            return null;
        if (type.Name != "AuthorizeAttribute")
            return demand with { DemandsMore = AuthorizationWords.SpeakOfPrivilege(type.Name) || made.Arguments.Length > 0 };
        if (made.Arguments.Length > 0)
            return Terms(made.Arguments[0].Value.Unwrap(), demand);
        foreach (var assignment in made.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>() ?? [])
        {
            switch (assignment)
            {
                case { Target: IPropertyReferenceOperation { Property.Name: "Policy" } }:
                    return Terms(assignment.Value.Unwrap(), demand);
                case { Target: IPropertyReferenceOperation { Property.Name: "Roles" } }:
                    return assignment.Value.ConstantValue is { HasValue: true, Value: string roles } ? demand with { Roles = RoleNames.Split(roles) } : demand with { DemandsMore = true };
            }
        }

        return DemandReader.With(demand, _policies.Default);
    }

    private AuthorizationDemand? Filter(IInvocationOperation call, AuthorizationDemand demand)
    {
        var isOwn = call.TargetMethod.TypeArguments.Any(filter => _reader.ReadFilter(filter, "", Location.None) is not null) ||
            call.Arguments.Any(argument => argument.Value.Unwrap() switch
            {
                IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => Denials.StandIn(lambda.Syntax),
                IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } } => AuthorizationWords.Speak(method.Name) || method.DeclaringSyntaxReferences.Any(static item => Denials.StandIn(item.GetSyntax())),
                IObjectCreationOperation { Type: { } type } => _reader.ReadFilter(type, "", Location.None) is not null,
                _ => false,
            });
        return isOwn ? demand with { IsOwn = true } : null;
    }

    /// <summary>A convention of a library or of the program that is called so; what the program's own ones do is read besides.</summary>
    private static bool IsOwnDemand(IInvocationOperation call, string name) =>
        !name.StartsWith("Map", StringComparison.Ordinal) && !s_others.Contains(name) && !AuthorizationTypes.IsOfFramework(call.TargetMethod.ContainingType) && AuthorizationWords.Speak(name);

    private static string ArgumentsOf(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { ArgumentList: var list } && list.Span.Length < 60 ? list.ToString() : "(…)";

    /// <summary>Whether a call stands under a condition: what it says then does not always hold.</summary>
    private static bool IsConditional(IOperation call)
    {
        for (IOperation? child = call, parent = call.Parent; parent is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); child = parent, parent = parent.Parent)
        {
            if (parent is IConditionalOperation condition && !ReferenceEquals(condition.Condition, child))
                return true;
            if (parent is ISwitchCaseOperation or ISwitchExpressionArmOperation or ICatchClauseOperation)
                return true;
        }

        return false;
    }
}
