using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.MissingObject;

/// <summary>Recognises calls that delete an object from a store. Collections in memory are none: there nothing found is nothing done.</summary>
internal sealed class DeletedObjects(KnownTypes types)
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal) { "Remove", "RemoveAsync", "Delete", "DeleteAsync", "DeleteOnSubmit", "DeleteObject" };
    private static readonly string[] s_stores = ["Repository", "Store", "Dao", "Session", "UnitOfWork", "Storage", "UserManager", "RoleManager", "Table", "DbContext", "DbSet", "ObjectContext", "ObjectSet"];

    private readonly TrackedStores _tracked = TrackedStores.Of(types);
    private readonly INamedTypeSymbol? _sequence = types["System.Collections.IEnumerable"];

    /// <summary>The names without one of which nothing is deleted.</summary>
    public static IEnumerable<string> Names => s_names.Append(TrackedStores.DeletedState);

    /// <summary>The object that an operation deletes; null where it deletes none.</summary>
    public IOperation? Of(IOperation operation, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation call when s_names.Contains(call.TargetMethod.Name) => _tracked.RemovedBy(call) ?? OfStore(call, cancellation),
        ISimpleAssignmentOperation assignment => _tracked.MarkedDeletedBy(assignment),
        _ => null,
    };

    private IOperation? OfStore(IInvocationOperation call, CancellationToken cancellation)
    {
        var method = call.TargetMethod;
        if (call.ArgumentFor(method.IsExtensionMethod ? 1 : 0) is not { Parameter: { } parameter } argument)
            return null;
        if (call.Receiver()?.Type is not { } receiver || argument.Value.Unwrap().Type is not { IsReferenceType: true, SpecialType: not SpecialType.System_String } type)
            return null;
        if (type.IsOrInherits(_sequence) || !IsStore(receiver, method) || ToleratesNull(method, parameter, cancellation))
            return null;
        return argument.Value;
    }

    private bool IsStore(ITypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.Name == "SqlMapperExtensions")
            return true;
        if (type.IsOrInherits(_sequence) && method.Name is not ("DeleteOnSubmit" or "DeleteObject"))
            return false;
        return type.SelfAndBaseTypes().Concat(type.AllInterfaces).Any(current => s_stores.Any(name => current.Name.EndsWith(name, StringComparison.Ordinal)));
    }

    /// <summary>Whether the method, or one that implements it, looks whether it was given anything.</summary>
    private bool ToleratesNull(IMethodSymbol method, IParameterSymbol parameter, CancellationToken cancellation)
    {
        if (parameter.OriginalDefinition.NullableAnnotation == NullableAnnotation.Annotated)
            return true;
        if (method.OriginalDefinition.DeclaringSyntaxReferences.IsEmpty)
            return false;
        return types.Compilation.GetSymbolsWithName(method.Name, SymbolFilter.Member, cancellation).OfType<IMethodSymbol>()
            .Where(candidate => candidate.SelfAndDeclarations().Contains(method.OriginalDefinition, SymbolEqualityComparer.Default))
            .SelectMany(candidate => candidate.DeclaringSyntaxReferences)
            .Select(reference => reference.GetSyntax(cancellation)).OfType<MethodDeclarationSyntax>()
            .Any(declaration => LooksAt(declaration, parameter.Ordinal));
    }

    private static bool LooksAt(MethodDeclarationSyntax declaration, int ordinal)
    {
        if (declaration.ParameterList.Parameters.ElementAtOrDefault(ordinal)?.Identifier.ValueText is not { } name)
            return false;
        return declaration.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == name).Any(use => use.Parent switch
        {
            BinaryExpressionSyntax comparison => comparison.IsKind(SyntaxKind.CoalesceExpression) || comparison.Left.IsKind(SyntaxKind.NullLiteralExpression) || comparison.Right.IsKind(SyntaxKind.NullLiteralExpression),
            IsPatternExpressionSyntax => true,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => call.Expression.ToString().Contains("Null"),
            _ => false,
        });
    }
}
