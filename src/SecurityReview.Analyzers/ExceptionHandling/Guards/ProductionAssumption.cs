using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Transfer;

namespace SecurityReview.Analyzers.ExceptionHandling.Guards;

/// <summary>
/// Takes for granted that the program runs in production, with every switch of the configuration as it is when nobody opens the view on
/// details. What flows only under a development guard (direct, through locals, captured variables, early returns, arms, chains) so does
/// not flow at all.
/// </summary>
internal sealed class ProductionAssumption : FlowAssumption
{
    private readonly KnownTypes _types;
    private readonly DevelopmentMembers _members;
    private readonly ConstantMembers _constants;

    private ProductionAssumption(KnownTypes types)
    {
        _types = types;
        _members = new DevelopmentMembers();
        _constants = ConstantMembers.Of(types);
    }

    public static ProductionAssumption Of(KnownTypes types) => types.Fact(static key => new ProductionAssumption(key));

    /// <inheritdoc/>
    public override bool? OutcomeOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => OfCall(call),
        IPropertyReferenceOperation property => OfMember(property.Property),
        IFieldReferenceOperation field => OfMember(field.Field),
        ILocalReferenceOperation local => DevelopmentNames.InProduction(local.Local.Name),
        IParameterReferenceOperation parameter => DevelopmentNames.InProduction(parameter.Parameter.Name),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal => OfComparison(equal.LeftOperand, equal.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } unequal => !OfComparison(unequal.LeftOperand, unequal.RightOperand),
        _ => null,
    };

    private bool? OfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "IsEnvironment":
                return call.Arguments.Select(argument => TextOf(argument.Value)).FirstOrDefault(text => text is not null) is { } name ? IsProduction(name) : null;
            case "Equals":
                var operands = call.Arguments.Select(argument => argument.Value).ToList();
                if (call.Instance is not null)
                    operands.Insert(0, call.Instance);
                return operands.Count >= 2 ? OfComparison(operands[0], operands[1]) : null;
            case "GetValue" or "Get" when IsConfiguration(method.ContainingType) || IsConfiguration(call.Receiver()?.Type):
                return call.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: string key } && DevelopmentNames.IsClosing(key));
            case "Parse" or "TryParse" or "ToBoolean" when call.Arguments.FirstOrDefault() is { } text && IsConfigured(text.Value):
                return false;
            case "IsEnabled" when method.ContainingType.Name.Contains("Feature"):
                return false;
        }

        return DevelopmentNames.InProduction(method.Name);
    }

    private bool? OfMember(ISymbol member)
    {
        // Where the code itself fixes what a switch is, its name says nothing.
        if (member is IFieldSymbol { IsReadOnly: true } or IFieldSymbol { IsConst: true } && _constants.Of(member, CancellationToken.None) is { IsKnown: true, Value: bool written })
            return written;
        if (DevelopmentNames.InProduction(member.Name) is { } known)
            return known;
        var holder = member.ContainingType?.Name ?? "";
        if (holder.EndsWith("Options", StringComparison.Ordinal) || holder.EndsWith("Settings", StringComparison.Ordinal) || holder.EndsWith("Configuration", StringComparison.Ordinal))
            return DevelopmentNames.IsClosing(member.Name);
        return _members.InProduction(member);
    }

    /// <summary>The environment's name, or a configured text, compared with a constant.</summary>
    private bool? OfComparison(IOperation left, IOperation right)
    {
        if (TextOf(right) is { } name)
            return IsEnvironmentName(left) ? IsProduction(name) : IsConfigured(left) ? false : null;
        return TextOf(left) is not null ? OfComparison(right, left) : null;
    }

    /// <summary>A constant text; the names of the framework's environments are read-only fields.</summary>
    private static string? TextOf(IOperation operation) => operation.Unwrap() switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IFieldReferenceOperation { Field: { IsStatic: true, ContainingType.Name: "Environments" or "EnvironmentName", Name: var name } } => name,
        _ => null,
    };

    private static bool IsProduction(string name) => name.Equals("Production", StringComparison.OrdinalIgnoreCase) || name.Equals("prod", StringComparison.OrdinalIgnoreCase);

    private static bool IsEnvironmentName(IOperation operation) => operation.Unwrap() switch
    {
        IPropertyReferenceOperation { Property.Name: "EnvironmentName" } => true,
        IInvocationOperation { TargetMethod: { Name: "GetEnvironmentVariable", ContainingType.Name: "Environment" } } call =>
            call.Arguments.Any(argument => argument.Value.ConstantValue is { HasValue: true, Value: string key } && key.EndsWith("_ENVIRONMENT", StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    private bool IsConfigured(IOperation operation) => operation.Unwrap() switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance.Type: { } type } => IsConfiguration(type),
        IPropertyReferenceOperation { Property.Name: "Value", Instance.Type: { } type } => IsConfiguration(type),
        IInvocationOperation { TargetMethod: { Name: "GetEnvironmentVariable", ContainingType.Name: "Environment" } } => true,
        _ => false,
    };

    private bool IsConfiguration(ITypeSymbol? type) =>
        type is not null &&
        (type.IsOrInherits(_types["Microsoft.Extensions.Configuration.IConfiguration"]) || type.Name is "ConfigurationBinder" or "NameValueCollection" or "ConfigurationManager");
}
