using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>The exception of the option, as far as the project has it.</summary>
/// <param name="Type">The type.</param>
/// <param name="TakesMessage">Whether it can be made from a message; otherwise it needs nothing.</param>
internal sealed record NotFoundException(INamedTypeSymbol Type, bool TakesMessage)
{
    /// <summary>The type by its full name, or by its simple name where only one type of the project has it; null if it cannot be thrown.</summary>
    public static NotFoundException? Of(RepairContext context)
    {
        var name = context.Options.Get(ReviewOptions.NotFoundException);
        var compilation = context.Model.Compilation;
        var type = compilation.GetTypeByMetadataName(name) ?? DeclaredAs(name, compilation, context.CancellationToken);
        if (type is not { IsAbstract: false, Arity: 0 } || !type.IsOrInherits(compilation.GetTypeByMetadataName("System.Exception")))
            return null;
        var constructors = type.InstanceConstructors.Where(constructor => compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly)).ToList();
        if (constructors.Any(constructor => constructor.Parameters.Length == 1 && constructor.Parameters[0].Type.SpecialType == SpecialType.System_String))
            return new NotFoundException(type, TakesMessage: true);
        return constructors.Any(constructor => constructor.Parameters.IsEmpty) ? new NotFoundException(type, TakesMessage: false) : null;
    }

    private static INamedTypeSymbol? DeclaredAs(string name, Compilation compilation, CancellationToken cancellation)
    {
        if (name.Length == 0 || name.IndexOf('.') >= 0)
            return null;
        var types = compilation.GetSymbolsWithName(name, SymbolFilter.Type, cancellation).OfType<INamedTypeSymbol>().Take(2).ToList();
        return types.Count == 1 ? types[0] : null;
    }
}
