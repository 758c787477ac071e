using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Vocabulary;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Recognises methods that ask whether the caller may: by their code, down to three calls, or where there is none by their name. One per compilation.</summary>
internal sealed class CheckMethods
{
    private const int MaximumDepth = 3;

    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal)
    {
        "Authorize", "Authorized", "Authorization", "Own", "Owns", "Owned", "Owner", "Ownership", "Access", "Permission", "Permissions", "Permitted", "Forbid", "Admin", "Belongs", "Belong", "Tenant", "Membership",
    };

    private readonly CalledCode _code;
    private readonly ConcurrentDictionary<(IMethodSymbol Method, int Depth), bool?> _verdicts = new();

    private CheckMethods(KnownTypes types) => _code = new CalledCode(types);

    public static CheckMethods Of(KnownTypes types) => types.Fact(static key => new CheckMethods(key));

    /// <summary>Whether a method asks whether the caller may.</summary>
    public bool Contains(IMethodSymbol method, OwnershipVocabulary vocabulary, CancellationToken cancellation) =>
        ByCode(method, MaximumDepth, vocabulary, cancellation) ?? IsNamedSo(method);

    /// <summary>Whether a method's own code asks so, whatever its name.</summary>
    public bool AskInCode(IMethodSymbol method, OwnershipVocabulary vocabulary, CancellationToken cancellation) => ByCode(method, 1, vocabulary, cancellation) == true;

    /// <summary>Whether a name says so.</summary>
    public static bool IsNamedSo(IMethodSymbol method)
    {
        var plain = PlainName.OfRead(method.Name);
        return PrivilegeNames.IsDemand(plain) || PrivilegeNames.IsDecision(plain) || DecisionMethods.Contains(method) || NameWords.Of(method.Name).Any(s_words.Contains);
    }

    /// <summary>What the code says; null where there is none.</summary>
    private bool? ByCode(IMethodSymbol method, int depth, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!definition.HasSource() || depth == 0)
            return null;
        if (_verdicts.TryGetValue((definition, depth), out var known))
            return known;
        var bodies = _code.TargetsOf(method, cancellation).Select(target => _code.BodyOf(target, cancellation)).OfType<IOperation>().ToList();
        bool? verdict = bodies.Count == 0 ? null : bodies.Any(body => Asks(body, method, depth, vocabulary, cancellation));
        return _verdicts.GetOrAdd((definition, depth), verdict);
    }

    private bool Asks(IOperation body, IMethodSymbol method, int depth, OwnershipVocabulary vocabulary, CancellationToken cancellation)
    {
        var operations = body.DescendantsAndSelf().ToList();
        // What neither answers nor throws can refuse nothing.
        if (method.ReturnsVoid || method.ReturnType.Name == "Task" && method.ReturnType.UnwrapTask().Name == "Task")
        {
            if (!operations.Any(static operation => operation is IThrowOperation or IInvocationOperation))
                return false;
        }

        return operations.Any(operation => Asks(operation, vocabulary) || (operation is IInvocationOperation call && AsksWithin(call, depth, vocabulary, cancellation)));
    }

    /// <summary>Whether an operation asks by itself: it compares an owner or the caller, or tests a privilege.</summary>
    public static bool Asks(IOperation operation, OwnershipVocabulary vocabulary) => operation switch
    {
        IBinaryOperation or IInvocationOperation { TargetMethod.Name: "Equals" or "Contains" } when Compares(operation, vocabulary) => true,
        IInvocationOperation call when IsAuthorization(call) => true,
        _ => PrivilegeGuards.IsPrivilege(operation),
    };

    private bool AsksWithin(IInvocationOperation call, int depth, OwnershipVocabulary vocabulary, CancellationToken cancellation) =>
        ByCode(call.TargetMethod, depth - 1, vocabulary, cancellation) ?? (IsNamedSo(call.TargetMethod) && !call.TargetMethod.HasSource() && !IsOfFramework(call.TargetMethod));

    /// <summary>An owner that is compared with the caller or with what the method is given. Two owners compared with each other join rows.</summary>
    private static bool Compares(IOperation operation, OwnershipVocabulary vocabulary)
    {
        if (KeyComparison.Read(operation, name => OwnershipKeys.IsWithEvidence(name, vocabulary.Keys)) is { } comparison)
        {
            return CallerIdentity.Read(comparison.Other, vocabulary) is not null || Flow.ValueForm.Peel(comparison.Other) is not IMemberReferenceOperation { Instance: { } instance, Member: var member }
                || instance is IInstanceReferenceOperation || !OwnershipKeys.IsWithEvidence(member.Name, vocabulary.Keys) || CallerIdentity.IsCaller(instance, vocabulary);
        }

        return operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary
            && (IsGivenOrCaller(binary.LeftOperand, binary.RightOperand, vocabulary) || IsGivenOrCaller(binary.RightOperand, binary.LeftOperand, vocabulary));
    }

    /// <summary><c>_user.Id != ownerId</c>.</summary>
    private static bool IsGivenOrCaller(IOperation caller, IOperation other, OwnershipVocabulary vocabulary) =>
        !other.Unwrap().ConstantValue.HasValue && CallerIdentity.Read(caller, vocabulary) is not null;

    private static bool IsAuthorization(IInvocationOperation call) => call.TargetMethod.Name is "AuthorizeAsync" or "Authorize" && call.Arguments.Length > 1;

    private static bool IsOfFramework(IMethodSymbol method)
    {
        for (var space = method.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space is { Name: "System", ContainingNamespace.IsGlobalNamespace: true })
                return true;
        }

        return false;
    }
}
