using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Responses;

/// <summary>Messages of a hub to clients with an interface of their own: <c>Clients.Caller.Failed(text)</c>, <c>Clients.Group("x").Failed(text)</c>.</summary>
internal static class TypedHubClients
{
    /// <summary>The member of a hub, and of its context elsewhere, that gives the clients.</summary>
    public const string Name = "Clients";

    /// <summary>The values that a call sends; none if it calls something else.</summary>
    public static IEnumerable<IOperation> SentBy(IInvocationOperation call) =>
        call.TargetMethod.ContainingType.TypeKind == TypeKind.Interface && call.Instance?.Unwrap() is { } receiver && IsClient(receiver) ? call.Arguments.Select(static argument => argument.Value) : [];

    private static bool IsClient(IOperation receiver) => receiver switch
    {
        IPropertyReferenceOperation { Property.ContainingType: var holder } => AreClients(holder),
        IInvocationOperation { TargetMethod.ContainingType: var holder } => AreClients(holder),
        _ => false,
    };

    private static bool AreClients(INamedTypeSymbol? holder) =>
        holder is { Arity: 1, Name: "IHubClients" or "IHubCallerClients" } && holder.ContainingNamespace.IsNamed("Microsoft", "AspNetCore", "SignalR") &&
        holder.TypeArguments[0] is { Name: not "IClientProxy" };
}
