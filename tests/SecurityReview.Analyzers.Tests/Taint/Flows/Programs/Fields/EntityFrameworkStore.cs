// A repository keeps the filter in a field between two calls and gives raw text to the context.
using Microsoft.EntityFrameworkCore;

public class Recipe
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

public class KitchenContext(DbContextOptions<KitchenContext> options) : DbContext(options)
{
    public DbSet<Recipe> Recipes => Set<Recipe>();
}
//// file
using Microsoft.EntityFrameworkCore;

public class RecipeRepository(KitchenContext context)
{
    private string _order = "Id";
    private string _name = "";

    public RecipeRepository Named(string name)
    {
        _name = name;
        return this;
    }

    public RecipeRepository SortedBy(string order)
    {
        _order = order;
        return this;
    }

    public Task<List<Recipe>> LoadAsync() =>
        context.Recipes.FromSqlRaw("SELECT * FROM Recipes WHERE Name LIKE {0} ORDER BY " + _order, _name).ToListAsync(); // reported
}
//// file
public class RecipesController(RecipeRepository recipes) : ControllerBase
{
    [HttpGet("recipes")]
    public async Task<IActionResult> List(string name, string order) => Ok(await recipes.Named(name).SortedBy(order).LoadAsync());
}
//// good twin
// The field that is bound takes what the caller sends, the one in the text a constant.
using Microsoft.EntityFrameworkCore;

public class Recipe
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

public class KitchenContext(DbContextOptions<KitchenContext> options) : DbContext(options)
{
    public DbSet<Recipe> Recipes => Set<Recipe>();
}
//// file
using Microsoft.EntityFrameworkCore;

public class RecipeRepository(KitchenContext context)
{
    private string _order = "Id";
    private string _name = "";

    public RecipeRepository Named(string name)
    {
        _name = name;
        return this;
    }

    public RecipeRepository SortedBy(string order)
    {
        _order = order;
        return this;
    }

    public Task<List<Recipe>> LoadAsync() =>
        context.Recipes.FromSqlRaw("SELECT * FROM Recipes WHERE Name LIKE {0} ORDER BY " + _order, _name).ToListAsync();
}
//// file
public class RecipesController(RecipeRepository recipes) : ControllerBase
{
    [HttpGet("recipes")]
    public async Task<IActionResult> List(string name, string order) => Ok(await recipes.Named(name).SortedBy(order == "name" ? "Name" : "Id").LoadAsync());
}
