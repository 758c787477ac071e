using Microsoft.EntityFrameworkCore;

namespace ErrorHandling.Careless.Data;

public class ParcelContext(DbContextOptions<ParcelContext> options) : DbContext(options)
{
    public DbSet<Parcel> Parcels => Set<Parcel>();
}
