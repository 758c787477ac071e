using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.OneTime;

/// <summary>Whether a function uses a credential for something, or only administers it.</summary>
internal sealed class CredentialUse(KnownTypes types)
{
    /// <summary>Words of functions that use one up.</summary>
    private static readonly HashSet<string> s_uses = Words(
        "Verify", "Validate", "Redeem", "Consume", "Use", "Confirm", "Accept", "Claim", "Activate", "Exchange", "Reset", "Login", "Authenticate", "Join", "Apply", "Unlock", "Refresh", "Rotate", "Register", "Signup", "Checkout", "Check");

    /// <summary>Words of functions that take one back, or make one.</summary>
    private static readonly HashSet<string> s_administration = Words(
        "Revoke", "Delete", "Remove", "Cancel", "Invalidate", "Deactivate", "Logout", "Decline", "Reject", "Resend", "Disable", "Archive", "Expire", "Request", "Forgot", "Issue", "Withdraw", "Create", "Generate", "Send");

    /// <summary>The first words of calls that have an effect.</summary>
    private static readonly HashSet<string> s_effects = Words(
        "Credit", "Debit", "Grant", "Create", "Register", "Issue", "Generate", "Redeem", "Apply", "Accept", "Confirm", "Activate", "Enable", "Join", "Transfer", "Pay", "Charge", "Reset", "Change", "Set", "Add", "Update", "Insert",
        "Enroll", "Enrol", "Subscribe", "Deposit", "Upgrade", "Extend", "Unlock", "Assign", "Award", "Provision", "Sign", "Execute");

    private readonly TrackedStores _stores = TrackedStores.Of(types);

    public bool Happens(Consumption consumption, ISymbol member)
    {
        var names = FunctionBody.SymbolOf(consumption.Act, member) is { MethodKind: not MethodKind.AnonymousFunction } function ? NameWords.Of(function.Name) : NameWords.Of("");
        if (names.Any(s_uses.Contains))
            return true;
        return !names.Any(s_administration.Contains) && FunctionBody.Operations(FunctionBody.Of(consumption.Act)).Any(operation => IsEffect(operation, consumption));
    }

    /// <summary>Whether an operation changes anything but the credential.</summary>
    public bool IsEffect(IOperation operation, Consumption consumption) => operation switch
    {
        IAssignmentOperation { Target: IPropertyReferenceOperation { Instance: { } instance } } => IsOther(instance, consumption),
        IInvocationOperation call when !ReferenceEquals(call, consumption.Act) => IsEffect(call, consumption),
        _ => false,
    };

    /// <summary>Whether an effect is there for good as soon as it happens, whatever is saved later.</summary>
    public bool IsImmediate(IInvocationOperation call) =>
        _stores.IsSave(call) || IsIdentity(call) || call.TargetMethod.Name is "ExecuteUpdate" or "ExecuteUpdateAsync" or "ExecuteDelete" or "ExecuteDeleteAsync" or "ExecuteSqlAsync" or "ExecuteSql";

    private bool IsEffect(IInvocationOperation call, Consumption consumption)
    {
        var method = call.TargetMethod;
        var verb = NameWords.Of(method.Name).FirstOrDefault() ?? "";
        if (!s_effects.Contains(verb) || IsCredential(call.Instance, consumption))
            return false;
        if (_stores.IsStore(call.Instance?.Type))
            return verb == "Add" && !call.Arguments.Any(argument => SymbolEqualityComparer.Default.Equals(argument.Value.Unwrap().Type, consumption.Entity));
        return IsIdentity(call) || method.HasSource() || verb == "Execute";
    }

    private static bool IsIdentity(IInvocationOperation call) =>
        call.TargetMethod.ContainingType is { Name: "UserManager" or "SignInManager" or "RoleManager" } && NameWords.Of(call.TargetMethod.Name).FirstOrDefault() is { } verb && s_effects.Contains(verb);

    /// <summary>An object that was there before: neither the credential, nor <c>this</c>, nor one made here for an answer.</summary>
    private static bool IsOther(IOperation instance, Consumption consumption)
    {
        if (IsCredential(instance, consumption) || instance.Type is not { } type || !type.HasSource())
            return false;
        return instance.Unwrap() switch
        {
            IInstanceReferenceOperation => false,
            ILocalReferenceOperation local => SingleAssignment.ValueOf(local.Local, local)?.Unwrap() is not IObjectCreationOperation,
            _ => true,
        };
    }

    private static bool IsCredential(IOperation? instance, Consumption consumption) =>
        instance?.Unwrap() is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, consumption.Object);

    private static HashSet<string> Words(params string[] words) => new(words, StringComparer.OrdinalIgnoreCase);
}
