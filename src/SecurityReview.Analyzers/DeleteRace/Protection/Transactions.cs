using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.DeleteRace.Protection;

/// <summary>Code that runs in a transaction: begun here, handed in, begun by all callers, or by what wraps every request.</summary>
internal sealed class Transactions
{
    private static readonly string[] s_begins = ["BeginTransaction", "BeginTransactionAsync", "TransactionScope", "CreateExecutionStrategy"];

    /// <summary>The methods by which filters, middleware and pipeline behaviours run.</summary>
    private static readonly HashSet<string> s_wrapping = new(StringComparer.Ordinal)
    {
        "OnActionExecutionAsync", "OnActionExecuting", "OnPageHandlerExecutionAsync", "OnResourceExecutionAsync", "InvokeAsync", "Invoke", "Intercept", "InterceptAsync",
    };

    private readonly Lazy<bool> _wrapsAll;

    private Transactions(KnownTypes types) => _wrapsAll = new(() => WrapsAll(types.Compilation));

    public static Transactions Of(KnownTypes types) => types.Fact(static key => new Transactions(key));

    /// <summary>Whether an operation runs in a transaction.</summary>
    public bool Contain(IOperation operation, ISymbol member, CancellationToken cancellation) =>
        _wrapsAll.Value || Surroundings.HoldsOnEveryWay(operation, member, IsIn, cancellation);

    private static bool IsIn(IOperation operation, ISymbol member)
    {
        if (IsMarked(member) || (member.ContainingType is { } type && IsMarked(type)))
            return true;
        if (member is IMethodSymbol method && method.Parameters.Any(parameter => IsTransaction(parameter.Type)))
            return true;
        return Surroundings.Around(operation).Any(around => around.Parent is IInvocationOperation call && IsTransactional(call.TargetMethod.Name))
            || Surroundings.Before(operation).Any(Begins)
            || operation.DescendantsAndSelf().Any(IsGiven);
    }

    private static bool IsMarked(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && IsTransactional(type.Name));

    private static bool Begins(IOperation operation) => operation switch
    {
        IInvocationOperation call => IsTransactional(call.TargetMethod.Name),
        IObjectCreationOperation { Type: { } type } => IsTransactional(type.Name),
        ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } => text.TrimStart().StartsWith("BEGIN", StringComparison.OrdinalIgnoreCase),
        _ => IsGiven(operation),
    };

    /// <summary>A transaction that somebody else began.</summary>
    private static bool IsGiven(IOperation operation) =>
        operation is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation && operation.Type is { } type && IsTransaction(type);

    private static bool IsTransaction(ITypeSymbol type) =>
        type.SelfAndInterfaces().Concat(type.SelfAndBaseTypes()).Any(current => current.Name is "IDbTransaction" or "DbTransaction" or "IDbContextTransaction" or "DbContextTransaction" or "IUnitOfWorkTransaction" or "Transaction");

    private static bool IsTransactional(string name)
    {
        var words = NameWords.Of(name);
        return words.Any(word => word is "Transaction" or "Transactional" or "Transacted" or "Tran")
            || words.Zip(words.Skip(1), (first, second) => first + second).Any(pair => pair is "UnitOf" or "OfWork");
    }

    /// <summary>Whether a filter, middleware or pipeline behaviour of this compilation begins a transaction around everything.</summary>
    private static bool WrapsAll(Compilation compilation)
    {
        var index = NameIndex.Of(compilation);
        return s_begins.SelectMany(name => index.IdentifiersOf(name, CancellationToken.None))
            .Any(token => token.Parent?.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && (s_wrapping.Contains(method.Identifier.ValueText) || IsBehaviour(method)));
    }

    /// <summary><c>Handle(request, next, …)</c> of a behaviour around all handlers of a mediator.</summary>
    private static bool IsBehaviour(MethodDeclarationSyntax method) =>
        method.Identifier.ValueText == "Handle" && method.Parent is TypeDeclarationSyntax { BaseList: { } bases } && bases.ToString().Contains("Behavior");
}
