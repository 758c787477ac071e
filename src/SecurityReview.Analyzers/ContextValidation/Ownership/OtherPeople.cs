using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Recognises code that is about another person than the caller: who is invited, assigned, shared with.</summary>
internal static class OtherPeople
{
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        "Member", "Members", "Membership", "Memberships", "Invitation", "Invitations", "Invite", "Invites", "Assign", "Assignment", "Assignee", "Assignments", "Participant", "Participants", "Share", "Shares",
        "Permission", "Permissions", "Role", "Roles", "Grant", "Grants", "Access", "Follow", "Follower", "Followers", "Friend", "Friends", "Friendship", "Contact", "Recipient", "Attendee", "Delegate", "Collaborator",
        "Collaborators", "Reviewer", "Approver", "Block", "Ban", "Promote", "Transfer", "Impersonate", "Notify", "Mention", "Target", "Seed", "Import", "Admin", "Register", "Login", "Webhook", "Callback",
    };

    /// <summary>Whether the entity, the endpoint, its type or the function says so.</summary>
    public static bool AreMeant(ActingUse use, IMethodSymbol endpoint, IMethodSymbol? function) =>
        Speaks(use.Owned?.Name) || Speaks(endpoint.MethodKind == MethodKind.AnonymousFunction ? null : endpoint.Name) || Speaks(function?.Name) ||
        (endpoint.MethodKind == MethodKind.Ordinary && Speaks(endpoint.ContainingType.Name));

    private static bool Speaks(string? name) => name is not null && NameWords.Of(name).Any(s_words.Contains);
}
