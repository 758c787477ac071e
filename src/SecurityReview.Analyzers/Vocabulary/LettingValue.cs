using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Vocabulary;

/// <summary>Answers of decisions, as constants: those that let pass and those that refuse.</summary>
/// <param name="refusesWhenTrue">Whether yes is the answer that refuses: <c>IsRevoked</c>.</param>
internal sealed class LettingValue(bool refusesWhenTrue)
{
    private static readonly HashSet<string> s_letting = new(StringComparer.Ordinal)
    {
        "Success", "Succeed", "Succeeded", "Allow", "Allowed", "Allows", "Permit", "Permitted", "Granted", "Grant", "Authorized", "Authenticated", "Valid", "SuccessRehashNeeded",
        "Accept", "Accepted",
    };

    /// <summary>The truth value that refuses.</summary>
    public bool Denial => refusesWhenTrue;

    /// <summary>Whether a value lets pass.</summary>
    public bool Lets(IOperation value)
    {
        var bare = value.Unwrap();
        if (bare.ConstantValue is { HasValue: true, Value: bool constant })
            return constant != refusesWhenTrue;
        return bare switch
        {
            IInvocationOperation { TargetMethod: { Name: "FromResult", IsStatic: true }, Arguments.Length: 1 } call => Lets(call.Arguments[0].Value),
            IObjectCreationOperation { Type: { Name: "ValueTask" }, Arguments.Length: 1 } task => Lets(task.Arguments[0].Value),
            IInvocationOperation { TargetMethod: { IsStatic: true } method } => !refusesWhenTrue && s_letting.Contains(method.Name),
            IMemberReferenceOperation { Member: { IsStatic: true } member } => !refusesWhenTrue && s_letting.Contains(member.Name),
            IObjectCreationOperation creation => !refusesWhenTrue && IsPositive(creation),
            _ => false,
        };
    }

    /// <summary><c>new TokenValidationResult { IsValid = true }</c>, <c>new AccessResult(true)</c>.</summary>
    private static bool IsPositive(IObjectCreationOperation creation)
    {
        var first = creation.Arguments.FirstOrDefault(static argument => argument.Parameter is { Ordinal: 0, Type.SpecialType: SpecialType.System_Boolean })?.Value;
        if (first is not null)
            return first.ConstantValue is { HasValue: true, Value: true };
        return creation.Initializer is { } initializer && initializer.Initializers.OfType<ISimpleAssignmentOperation>().Any(static member =>
            member.Value.ConstantValue is { HasValue: true, Value: true } && member.Target is IMemberReferenceOperation { Member.Name: var name } &&
            (s_letting.Contains(name) || (name.StartsWith("Is", StringComparison.Ordinal) && s_letting.Contains(name.Substring(2)))));
    }
}
