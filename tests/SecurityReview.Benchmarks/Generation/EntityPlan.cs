namespace SecurityReview.Benchmarks.Generation;

/// <summary>Invents the business objects: names from a vocabulary, each with its own set of properties and its own neighbours.</summary>
internal sealed class EntityPlan(Dice dice)
{
    private static readonly string[] s_modules =
        ["Billing", "Catalogue", "Customers", "Delivery", "Inventory", "Marketing", "Payroll", "Planning", "Purchasing", "Quality", "Reporting", "Returns", "Support", "Training"];

    private static readonly string[] s_kinds =
        ["Seasonal", "Regional", "Internal", "Draft", "Partner", "Premium", "Local", "Recurring", "Monthly", "Archived", "Digital", "Wholesale", "Retail", "Group", "Default", "Shared"];

    private static readonly string[] s_things =
    [
        "Invoice", "Order", "Product", "Shipment", "Supplier", "Contract", "Ticket", "Appointment", "Course", "Vehicle", "Warehouse", "Discount", "Voucher", "Subscription", "Employee",
        "Machine", "Inspection", "Budget", "Campaign", "Route", "Parcel", "Refund", "Payment", "Account", "Estimate", "Project", "Milestone", "Survey", "Recipe", "Batch",
    ];

    private static readonly EntityProperty[] s_properties =
    [
        new("Description", "string"), new("Code", "string"), new("City", "string"), new("Country", "string"), new("Email", "string"), new("Phone", "string"), new("Remark", "string"),
        new("Reference", "string"), new("Currency", "string"), new("Quantity", "int"), new("Priority", "int"), new("Rank", "int"), new("Weight", "int"), new("Version", "int"), new("Stock", "int"),
        new("Price", "decimal"), new("Discount", "decimal"), new("Tax", "decimal"), new("Balance", "decimal"), new("Limit", "decimal"), new("DueAt", "DateTime"), new("ChangedAt", "DateTime"),
        new("ShippedAt", "DateTime"), new("IsActive", "bool"), new("IsUrgent", "bool"), new("IsTaxed", "bool"), new("IsVisible", "bool"),
    ];

    private readonly List<Entity> _entities = [];

    public IReadOnlyList<Entity> Entities => _entities;

    public Entity Next()
    {
        var number = _entities.Count;
        var name = s_kinds[number / s_things.Length % s_kinds.Length] + s_things[number % s_things.Length] + (number < s_kinds.Length * s_things.Length ? "" : $"{number}");
        var properties = dice.Some(s_properties, 45);
        // Every entity has a text, a number and an amount, so that any shape can be written for it.
        foreach (var needed in (EntityProperty[])[new("Code", "string"), new("Quantity", "int"), new("Price", "decimal"), new("DueAt", "DateTime"), new("IsActive", "bool")])
        {
            if (!properties.Any(property => property.Name == needed.Name))
                properties = [.. properties, needed];
        }

        var uses = _entities.Count == 0 ? [] : Enumerable.Range(0, dice.Between(0, 2)).Select(_ => dice.Of(_entities)).Distinct().ToList();
        var entity = new Entity(name, dice.Of(s_modules), properties, uses);
        _entities.Add(entity);
        return entity;
    }
}
