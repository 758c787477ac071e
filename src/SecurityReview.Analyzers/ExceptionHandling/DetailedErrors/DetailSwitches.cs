using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ExceptionHandling.Guards;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.DetailedErrors;

/// <summary>The calls, properties and settings by which a program shows its inside.</summary>
internal static class DetailSwitches
{
    private const string ToClients = "clients see exceptions and stack traces";
    private const string ToLog = "parameter values and personal data stand in the log";

    /// <summary>Calls that switch on, with what comes of it.</summary>
    private static readonly Dictionary<string, string> s_calls = new(StringComparer.Ordinal)
    {
        ["UseDeveloperExceptionPage"] = ToClients,
        ["UseDatabaseErrorPage"] = ToClients,
        ["UseMigrationsEndPoint"] = "clients see the migrations and can run them",
        ["EnableSensitiveDataLogging"] = ToLog,
        ["EnableParameterLogging"] = ToLog,
    };

    /// <summary>Properties that do when they are true, with the types that they are of.</summary>
    private static readonly Dictionary<string, (string[] Types, string Harm)> s_properties = new(StringComparer.Ordinal)
    {
        ["EnableDetailedErrors"] = (["HubOptions", "GrpcServiceOptions"], ToClients),
        ["DetailedErrors"] = (["CircuitOptions", "RazorComponentsServiceOptions"], ToClients),
        ["ShowPII"] = (["IdentityModelEventSource"], ToLog),
        ["LogCompleteSecurityArtifact"] = (["IdentityModelEventSource"], "tokens stand in the log"),
        ["IncludeErrorDetail"] = (["NpgsqlConnectionStringBuilder"], "exceptions hold the data of rows"),
        ["IncludeErrorDetails"] = (["NpgsqlConnectionStringBuilder"], "exceptions hold the data of rows"),
        ["IncludeExceptionDetailInFaults"] = (["ServiceDebugBehavior", "ServiceBehaviorAttribute"], ToClients),
        ["IncludeExceptionDetails"] = (["RequestExecutorOptions"], ToClients),
        ["ExposeExceptionDetails"] = (["ErrorInfoProviderOptions"], ToClients),
        ["ExposeExceptionStackTrace"] = (["ErrorInfoProviderOptions"], ToClients),
        ["ExposeExceptionData"] = (["ErrorInfoProviderOptions"], ToClients),
    };

    /// <summary>The names of all of them.</summary>
    public static IEnumerable<string> Names => s_calls.Keys.Concat(s_properties.Keys).Concat(["UseSetting", "IncludeErrorDetailPolicy"]);

    /// <summary>What an operation switches on, as far as its value is true in production; null for nothing.</summary>
    public static DetailSwitch? Of(IOperation operation, ProductionReach reach) => operation switch
    {
        IInvocationOperation call => OfCall(call, reach),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment => OfProperty(assignment, property, reach),
        _ => null,
    };

    private static DetailSwitch? OfCall(IInvocationOperation call, ProductionReach reach)
    {
        var method = call.TargetMethod;
        if (method.Name == "UseSetting")
            return OfSetting(call);
        if (!s_calls.TryGetValue(method.Name, out var harm) || !method.DeclaringSyntaxReferences.IsEmpty)
            return null;
        // The switch of a call that has one: left out it is on.
        if (call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.SpecialType == SpecialType.System_Boolean) is { } @switch && reach.ValueOf(@switch.Value) != true)
            return null;
        return new DetailSwitch(call, NameOf(call.Syntax), method.Name, harm);
    }

    /// <summary><c>UseSetting(WebHostDefaults.DetailedErrorsKey, "true")</c>.</summary>
    private static DetailSwitch? OfSetting(IInvocationOperation call)
    {
        var values = call.Arguments.Select(static argument => argument.Value).ToList();
        var isKey = values.Any(static value =>
            value.Unwrap() is IFieldReferenceOperation { Field.Name: "DetailedErrorsKey" } || value.ConstantValue is { HasValue: true, Value: string key } && key.Equals("detailedErrors", StringComparison.OrdinalIgnoreCase));
        var isOn = values.Any(static value => value.ConstantValue is { HasValue: true, Value: string text } && (text.Equals("true", StringComparison.OrdinalIgnoreCase) || text == "1"));
        return isKey && isOn ? new DetailSwitch(call, NameOf(call.Syntax), "DetailedErrors", ToClients) : null;
    }

    private static DetailSwitch? OfProperty(ISimpleAssignmentOperation assignment, IPropertySymbol property, ProductionReach reach)
    {
        if (property.Name == "IncludeErrorDetailPolicy" && assignment.Value.Unwrap() is IFieldReferenceOperation { Field.Name: "Always" })
            return new DetailSwitch(assignment, assignment.Syntax.GetLocation(), property.Name, ToClients);
        if (!s_properties.TryGetValue(property.Name, out var known) || !property.ContainingType.SelfAndBaseTypes().Any(type => known.Types.Contains(type.Name)))
            return null;
        return reach.ValueOf(assignment.Value) == true ? new DetailSwitch(assignment, assignment.Syntax.GetLocation(), property.Name, known.Harm) : null;
    }

    private static Location NameOf(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.GetLocation(),
        _ => call.GetLocation(),
    };
}
