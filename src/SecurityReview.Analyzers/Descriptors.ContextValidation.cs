using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers;

public static partial class Descriptors
{
    public static readonly DiagnosticDescriptor ForeignObjectLoaded = Create(
        RuleIds.ForeignObjectLoaded,
        "Object is loaded by a client-supplied id without an ownership check",
        "'{0}' is found by {1} and nothing asks whose it is; compare '{2}' with the caller{3}",
        DiagnosticSeverity.Warning,
        "Whoever counts through the ids reads or changes the objects of all other users (broken object-level authorization).",
        [639, 862]);

    public static readonly DiagnosticDescriptor ChildNotTied = Create(
        RuleIds.ChildNotTied,
        "Child is not tied to its authorized parent",
        "'{0}' is found by {1} alone, whatever its parent; compare '{2}' with '{3}'",
        DiagnosticSeverity.Warning,
        "Who may enter one parent gets the children of all others through it.",
        [639]);

    public static readonly DiagnosticDescriptor IdentityFromRequest = Create(
        RuleIds.IdentityFromRequest,
        "Caller's identity is taken from the request",
        "'{1}' is what {0} says, and nobody compares it with the caller; take it from the principal",
        DiagnosticSeverity.Warning,
        "A caller who says himself who he is acts as anybody he likes, and the log names the victim.",
        [639, 290]);

    public static readonly DiagnosticDescriptor UndecidedEndpoint = Create(
        RuleIds.UndecidedEndpoint,
        "Endpoint without an authorization decision",
        "'{0}' changes state and nothing decides who may call it{1}; require authorization, or say that anybody may",
        DiagnosticSeverity.Warning,
        "Whoever finds the address can call it without signing in, and changes or deletes what belongs to others.",
        [862]);

    public static readonly DiagnosticDescriptor IneffectiveAuthorization = Create(
        RuleIds.IneffectiveAuthorization,
        "Authorization metadata has no effect",
        "{0}; {1}",
        DiagnosticSeverity.Warning,
        "The code looks protected, and the framework lets everybody in: nothing reads what stands there.",
        [863]);

    public static readonly DiagnosticDescriptor MismatchedOwnerAccepted = Create(
        RuleIds.MismatchedOwnerAccepted,
        "Mismatched owner is silently accepted",
        "When '{0}' differs from '{1}' the object's value is taken over without a privilege test{2}; deny the request, or require the privilege",
        DiagnosticSeverity.Warning,
        "A caller who presents somebody else's object acts with that owner's permissions.",
        [863]);

    public static readonly DiagnosticDescriptor UncheckedResult = Create(
        RuleIds.UncheckedResult,
        "Result of a security check is not tested",
        "Nothing depends on what '{0}' answers, so everybody passes; test its result and deny",
        DiagnosticSeverity.Warning,
        "Callers who fail the check go on as if they had passed it.",
        [252, 862]);

    public static readonly DiagnosticDescriptor OwnershipFilterFailsOpen = Create(
        RuleIds.OwnershipFilterFailsOpen,
        "Ownership filter fails open",
        "{0}",
        DiagnosticSeverity.Warning,
        "Whoever comes without an identity sees the objects of all owners.",
        [636]);

    public static readonly DiagnosticDescriptor RequestIdentityEscapes = Create(
        RuleIds.RequestIdentityEscapes,
        "Request identity escapes the request",
        "{0}",
        DiagnosticSeverity.Warning,
        "What is done for one caller is done, or recorded, in the name of another.",
        [362]);

    public static readonly DiagnosticDescriptor ContextNotValidated = Create(
        RuleIds.ContextNotValidated,
        "Context is used without validation",
        "{0}",
        DiagnosticSeverity.Warning,
        "A caller who is nobody gets the permissions of whoever owns what belongs to nobody.",
        [20, 285]);

    public static readonly DiagnosticDescriptor ClientControlsPrivilege = Create(
        RuleIds.ClientControlsPrivilege,
        "Client controls a privilege",
        "{0} decides {1}; take it from the principal, or demand a privilege of the caller first",
        DiagnosticSeverity.Warning,
        "Whoever calls makes himself an administrator.",
        [269, 915]);
}
