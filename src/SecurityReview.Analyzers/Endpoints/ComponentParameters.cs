using Microsoft.CodeAnalysis;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints;

/// <summary>
/// Parameters of Blazor components that come from the address: of a component with a route, those that its route names. All others are
/// given by the component around it.
/// </summary>
internal sealed class ComponentParameters(KnownTypes types)
{
    public bool IsFromRoute(IPropertySymbol property, INamedTypeSymbol component)
    {
        if (types["Microsoft.AspNetCore.Components.RouteAttribute"] is not { } route || !property.HasAttribute(types["Microsoft.AspNetCore.Components.ParameterAttribute"]))
            return false;

        var templates = component.GetAttributes()
            .Where(data => data.AttributeClass.IsOrInherits(route))
            .Select(data => data.ConstructorArguments.Select(argument => argument.Value).FirstOrDefault() as string ?? "")
            .Where(template => RouteTemplate.Names(template, property.Name))
            .ToList();
        return templates.Any(template => !RouteTemplate.Restricts(template, property.Name));
    }
}
